namespace Trialist.Registry.Import.Sources;

/// <summary>Stops a decompressed stream that grows out of all proportion: a bomb.</summary>
/// <param name="inner">The decompressed stream.</param>
/// <param name="compressed">How many compressed bytes have gone into it.</param>
internal sealed class ExpansionGuard(Stream inner, Func<long> compressed) : ReadOnlyStream
{
    private long expanded;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        expanded += read;
        if (expanded > ImportLimits.MaxExpandedBytes || (expanded > ImportLimits.ExpansionGrace && expanded / ImportLimits.MaxExpansion > compressed()))
        {
            throw new InvalidDataException($"it unpacks to more than {ImportLimits.MaxExpansion} times its size");
        }

        return read;
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
