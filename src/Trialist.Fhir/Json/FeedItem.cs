namespace Trialist.Fhir.Json;

/// <summary>What the feed met next.</summary>
internal enum FeedItem
{
    /// <summary>A bundle begins.</summary>
    BundleStart,

    /// <summary>One entry of the bundle: <see cref="EntryFeed.Current"/> is the entry object.</summary>
    Entry,

    /// <summary>The bundle has ended.</summary>
    BundleEnd,

    /// <summary>A resource that stands alone: <see cref="EntryFeed.Current"/> is the resource.</summary>
    Resource,

    /// <summary>Nothing is left.</summary>
    End,
}
