using System.Text.Json;
using Trialist.Fhir.Json;
using Trialist.Fhir.People;
using Trialist.Fhir.Resources;
using Trialist.Fhir.Terms;
using Trialist.Terminology;

namespace Trialist.Fhir;

/// <summary>Reads patients from FHIR R4 JSON: a bundle, NDJSON of bundles, or NDJSON of resources. Holds one entry at a time; safe to share between threads.</summary>
public sealed class FhirReader
{
    private readonly FactMaker maker;

    private FhirReader() => maker = new FactMaker(new TermBook(Lexicon.Default), AnswerBook.Default);

    /// <summary>The reader with the lexicon of the product.</summary>
    public static FhirReader Default { get; } = new();

    /// <summary>Reads the one person of a file.</summary>
    /// <exception cref="FhirFormatException">The bytes are no FHIR JSON, hold nobody or more than one person, or pass a limit of <see cref="FhirLimits"/>.</exception>
    public PersonReading ReadPerson(Stream stream) => Single(ReadPersons(stream));

    /// <inheritdoc cref="ReadPerson(Stream)" />
    public PersonReading ReadPerson(ReadOnlyMemory<byte> json) => Single(ReadPersons(json));

    /// <summary>Reads every person of a file, each as soon as their bundle has ended; loose resources are gathered by person until the file ends.</summary>
    /// <exception cref="FhirFormatException">As for <see cref="ReadPerson(Stream)"/>, while enumerating.</exception>
    public IEnumerable<PersonReading> ReadPersons(Stream stream) => Read(new EntryFeed(stream));

    /// <inheritdoc cref="ReadPersons(Stream)" />
    public IEnumerable<PersonReading> ReadPersons(ReadOnlyMemory<byte> json) => Read(new EntryFeed(json));

    private static PersonReading Single(IEnumerable<PersonReading> readings)
    {
        PersonReading? only = null;
        foreach (var reading in readings)
        {
            only = only is null ? reading : throw new FhirFormatException("The file holds more than one person; one was expected.");
        }

        return only ?? throw new FhirFormatException("The file holds no Patient and nothing about a person.");
    }

    private delegate (string? FullUrl, ResourceFields? Resource) Parse(ReadOnlySpan<byte> json);

    private static void Take(EntryFeed feed, PersonAssembly assembly, Parse parse)
    {
        try
        {
            if (parse(feed.Current.Span) is (var fullUrl, { } resource))
            {
                assembly.Add(fullUrl, resource);
            }
        }
        catch (JsonException)
        {
            throw feed.Damaged();
        }
    }

    private IEnumerable<PersonReading> Read(EntryFeed feed)
    {
        var loose = new PersonAssembly(maker);
        var bundle = loose;
        for (var item = feed.Next(); item != FeedItem.End; item = feed.Next())
        {
            switch (item)
            {
                case FeedItem.BundleStart:
                    bundle = new PersonAssembly(maker);
                    break;
                case FeedItem.Entry:
                    Take(feed, bundle, ResourceParser.ParseEntry);
                    break;
                case FeedItem.Resource:
                    Take(feed, loose, json => (null, ResourceParser.Parse(json)));
                    break;
                case FeedItem.BundleEnd when bundle.HasPatient:
                    foreach (var reading in bundle.Finish())
                    {
                        yield return reading;
                    }

                    break;
                default:
                    bundle.MoveTo(loose);
                    break;
            }
        }

        foreach (var reading in loose.Finish())
        {
            yield return reading;
        }
    }
}
