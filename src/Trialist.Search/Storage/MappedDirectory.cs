using Lucene.Net.Store;

namespace Trialist.Search.Storage;

/// <summary>
/// A folder with an index whose files are read as memory. Lucene.Net's own mapped directory remembers each of the copies that a query makes in a table of weak references,
/// under a lock, and the garbage collector goes through all of them.
/// </summary>
/// <remarks>As with Lucene's own: nothing may search any more when the files are closed (<see cref="StudyIndex"/> counts who does).</remarks>
/// <param name="path">The folder.</param>
public sealed class MappedDirectory(string path) : FSDirectory(new DirectoryInfo(path))
{
    /// <inheritdoc />
    public override IndexInput OpenInput(string name, IOContext context) => OpenMapped(name);

    /// <inheritdoc />
    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(OpenMapped(name));
    }

    private MappedInput OpenMapped(string name)
    {
        EnsureOpen();
        var file = System.IO.Path.Combine(Directory.FullName, name);
        return new MappedInput($"{nameof(MappedInput)}({file})", new MappedFile(file));
    }

    private sealed class Slicer(MappedInput whole) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => whole.Slice(sliceDescription, offset, length);

        [Obsolete("Lucene asks for it, and only to read an old format.")]
        public override IndexInput OpenFullSlice() => whole.Slice(whole.ToString(), 0, whole.Length);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                whole.Dispose();
            }
        }
    }
}
