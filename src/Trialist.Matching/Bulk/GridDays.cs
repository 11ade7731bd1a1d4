namespace Trialist.Matching.Bulk;

/// <summary>The days of a fact as cells of a <see cref="DayGrid"/>, each between a first and a last.</summary>
internal readonly record struct GridDays(ushort StartFirst, ushort StartLast, ushort EndFirst, ushort EndLast, ushort DateFirst, ushort DateLast);
