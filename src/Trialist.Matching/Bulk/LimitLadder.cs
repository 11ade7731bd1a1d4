namespace Trialist.Matching.Bulk;

/// <summary>Limits in ascending order, and on which step a number stands among them: exactly, but without decimals where all are short enough.</summary>
internal sealed class LimitLadder
{
    private const int MaxScale = 18;

    private static readonly long[] PowersOfTen = [.. Enumerable.Range(0, MaxScale + 1).Select(power => (long)Math.Pow(10, power))];

    private readonly decimal[] limits;
    private readonly int scale;     // digits behind the point that the longest limit has
    private readonly long[] scaled; // the limits without a point; empty where one is too long

    /// <summary>Readies some limits.</summary>
    public LimitLadder(IEnumerable<decimal> limits)
    {
        this.limits = [.. limits.Distinct().Order()];
        scale = this.limits.Length == 0 ? 0 : this.limits.Max(limit => limit.Scale);
        scaled = Array.TrueForAll(this.limits, limit => TryScale(limit, out _)) ? Array.ConvertAll(this.limits, limit => TryScale(limit, out var number) ? number : 0) : [];
    }

    /// <summary>Twice the limits below the number, plus one when it is a limit itself.</summary>
    public int StepOf(decimal number)
    {
        if (scaled.Length == 0 || !TryScale(number, out var whole))
        {
            var at = Array.BinarySearch(limits, number);
            return at >= 0 ? (at * 2) + 1 : ~at * 2;
        }

        var (low, high) = (0, scaled.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = scaled[middle] < whole ? (middle + 1, high) : (low, middle);
        }

        return (low * 2) + (low < scaled.Length && scaled[low] == whole ? 1 : 0);
    }

    // The number without its point, with as many digits behind it as the limits have; false where it has more or is too long.
    private bool TryScale(decimal number, out long whole)
    {
        Span<int> parts = stackalloc int[4];
        _ = decimal.GetBits(number, parts);
        var shift = scale - number.Scale;
        var digits = unchecked(((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        if (parts[2] != 0 || shift is < 0 or > MaxScale || digits > (ulong)(long.MaxValue / PowersOfTen[shift]))
        {
            whole = 0;
            return false;
        }

        whole = (long)digits * PowersOfTen[shift] * (parts[3] < 0 ? -1 : 1);
        return true;
    }
}
