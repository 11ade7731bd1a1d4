using Trialist.Registry.Import.Sources;

namespace Trialist.Registry.Vocabulary;

/// <summary>Opens a vocabulary's file or address, and takes its compression off.</summary>
internal static class VocabularySource
{
    /// <summary>The file as a stream, and the name that it goes by.</summary>
    /// <exception cref="TrialistException">It is not there, cannot be had, or is larger than any vocabulary.</exception>
    public static async Task<(Stream Stream, string File)> OpenAsync(string source, CancellationToken cancellation)
    {
        if (source.Contains("://", StringComparison.Ordinal))
        {
            var address = Uri.TryCreate(source, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                ? uri
                : throw new TrialistException($"'{source}' is not an address that vocabularies are loaded from: expected http(s)://….");
            return (await DownloadAsync(address, cancellation), NameOf(address.AbsolutePath));
        }

        if (!System.IO.File.Exists(source))
        {
            throw new TrialistException($"There is no file '{source}'.");
        }

        return (System.IO.File.OpenRead(source), NameOf(source));
    }

    /// <summary>The stream without its compression.</summary>
    /// <exception cref="TrialistException">It is an archive of several files.</exception>
    public static Stream Unpacked(Stream stream, string source)
    {
        var counting = new CountingStream(stream);
        var (unpacked, isZip) = Unpacking.Open(counting, () => counting.Count);
        return isZip ? throw new TrialistException($"'{source}' is an archive of several files: unpack it and name the vocabulary's file.") : new BoundedStream(unpacked);
    }

    // Whatever a file is called, its name becomes a name in our folder.
    private static string NameOf(string path)
    {
        var name = string.Concat(Path.GetFileName(path.TrimEnd('/')).Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')).TrimStart('.');
        foreach (var ending in (ReadOnlySpan<string>)[".zst", ".gz"])
        {
            name = name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;
        }

        const int Longest = 80;
        return name.Length == 0 ? "vocabulary" : name[..Math.Min(name.Length, Longest)];
    }

    private static async Task<Stream> DownloadAsync(Uri address, CancellationToken cancellation)
    {
        var copy = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { MaxAutomaticRedirections = VocabularyLimits.MaxRedirects, ConnectTimeout = VocabularyLimits.Silence }) { Timeout = VocabularyLimits.Patience };
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                throw new TrialistException($"{address.Authority} answered {(int)answer.StatusCode} {answer.ReasonPhrase} for '{address}'.");
            }

            await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
            await CopyAsync(body, copy, address, cancellation);
            copy.Position = 0;
            return copy;
        }
        catch (Exception e)
        {
            await copy.DisposeAsync();
            throw e switch
            {
                TrialistException => e,
                HttpRequestException => new TrialistException($"{address.Authority} could not be read: {e.Message}", e),
                OperationCanceledException when !cancellation.IsCancellationRequested => new TrialistException($"{address.Authority} did not answer in time.", e),
                _ => e,
            };
        }
    }

    private static async Task CopyAsync(Stream from, Stream to, Uri address, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        long copied = 0;
        while (true)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            silence.CancelAfter(VocabularyLimits.Silence);
            var read = await from.ReadAsync(buffer, silence.Token);
            if (read == 0)
            {
                return;
            }

            copied += read;
            if (copied > VocabularyLimits.MaxBytes)
            {
                throw new TrialistException($"'{address}' is larger than {VocabularyLimits.MaxBytes >> 30} GB: it is not a vocabulary that is known here.");
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }

    private sealed class BoundedStream(Stream inner) : ReadOnlyStream
    {
        private long count;

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            count += read;
            return count > VocabularyLimits.MaxBytes ? throw new InvalidDataException($"it unpacks to more than {VocabularyLimits.MaxBytes >> 30} GB") : read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
