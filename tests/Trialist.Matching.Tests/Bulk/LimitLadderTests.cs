using CsCheck;
using Trialist.Matching.Bulk;

namespace Trialist.Matching.Tests.Bulk;

/// <summary>Where numbers stand among limits, exactly, whether or not they are short.</summary>
public sealed class LimitLadderTests
{
    private static readonly Gen<decimal> Short = Gen.Select(Gen.Int[-300, 300], Gen.Int[0, 3], (digits, scale) => new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale));

    private static readonly Gen<decimal> Any = Gen.Frequency((6, Short), (1, Short.Select(number => number + 0.000_000_000_000_000_000_001m)), (1, Short.Select(number => number * 1_000_000_000_000_000m)));

    [Fact]
    public void Step_CountsTheLimitsBelow_TwiceAndOneMoreForItself() =>
        Gen.Select(Gen.OneOf(Short.Array[0, 12], Any.Array[0, 12]), Any.Array[1, 12]).Sample((limits, numbers) =>
        {
            var ladder = new LimitLadder(limits);
            foreach (var number in numbers.Concat(limits))
            {
                Assert.Equal((limits.Distinct().Count(limit => limit < number) * 2) + (limits.Contains(number) ? 1 : 0), ladder.StepOf(number));
            }
        });

    [Fact]
    public void Step_TakesTheLongestNumbers()
    {
        var ladder = new LimitLadder([0.5m, 1.25m]);

        Assert.Equal([4, 4, 0, 0, 2], [ladder.StepOf(decimal.MaxValue), ladder.StepOf(ulong.MaxValue), ladder.StepOf(decimal.MinValue), ladder.StepOf(0.4999999999999999999999999999m), ladder.StepOf(0.5000000000000000000000000001m)]);
        Assert.Equal(1, ladder.StepOf(0.50000m));
    }
}
