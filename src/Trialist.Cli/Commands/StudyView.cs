using System.Globalization;
using Spectre.Console;
using Trialist.Registry;
using Trialist.Registry.Reading;

namespace Trialist.Cli.Commands;

/// <summary>One study on a terminal.</summary>
internal static class StudyView
{
    private const int MostOddities = 10;
    private const int MostSites = 15; // and conditions: the page and --json have the rest

    public static void Write(StoredStudy stored, IReadOnlyList<StudyVersion> versions)
    {
        var study = stored.Study;
        AnsiConsole.Write(new Rule($"[bold]{study.NctId}[/]{(study.Acronym is { } acronym ? $" {Markup.Escape(acronym)}" : "")}").LeftJustified());
        AnsiConsole.Write(new Text(study.BriefTitle, new Style(decoration: Decoration.Bold)));
        AnsiConsole.WriteLine();
        if (stored.IsFictional())
        {
            AnsiConsole.MarkupLineInterpolated($"[black on yellow] {Fiction.Mark} [/] [yellow]{Fiction.Sentence}[/]");
        }
        else if (stored.Version.Origin == StudyOrigin.Demo)
        {
            AnsiConsole.MarkupLine("[yellow]From the demo registry: a restatement, not the registry's own record.[/]");
        }

        AnsiConsole.WriteLine();
        AnsiConsole.Write(Facts(stored, versions));
        Section("About", study.BriefSummary);
        Section("Who can take part", study.Eligibility.Text ?? study.Eligibility.StudyPopulation);
        Outcomes("What is measured first", study.PrimaryOutcomes);
        Sites(study.Sites);
        Contacts(study.CentralContacts);
        Oddities(RecordCheck.Of(stored.Json));
    }

    private static Grid Facts(StoredStudy stored, IReadOnlyList<StudyVersion> versions)
    {
        var study = stored.Study;
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Row("Status", Said(study.Status) + (study.WhyStopped is { } why ? $" ({why})" : ""));
        Row("Phase", string.Join(", ", study.Design.Phases.Select(Said)));
        Row("Type", Said(study.Design.StudyType));
        Row("Conditions", Several(study.Conditions));
        Row("Treatments", string.Join(", ", study.Interventions.Select(item => item.Type is null ? item.Name : $"{Said(item.Type)}: {item.Name}")));
        Row("Sponsor", study.Sponsor?.Name);
        Row("Enrolment", study.Design.Enrollment is { } count ? $"{count.ToString("N0", CultureInfo.InvariantCulture)}{(study.Design.EnrollmentType is { } type ? $" ({Said(type).ToLowerInvariant()})" : "")}" : null);
        Row("Sex", study.Eligibility.Sex?.ToString());
        Row("Ages", AgeWords.Of(study.Eligibility) ?? "not given");
        Row("Volunteers", study.Eligibility.HealthyVolunteers switch { true => "Healthy volunteers may take part", false => "No healthy volunteers", null => null });
        Row("Start", study.Dates.Start is { } start ? $"{start}{(study.Dates.StartEstimated ? " (estimated)" : "")}" : null);
        Row("Completion", study.Dates.Completion is { } end ? $"{end}{(study.Dates.CompletionEstimated ? " (estimated)" : "")}" : null);
        Row("Last update", study.Dates.LastUpdatePosted?.ToString());
        Row("Version", $"{stored.Version.Number} of {versions.Count}");
        return grid;

        void Row(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                grid.AddRow(new Text(name, new Style(decoration: Decoration.Dim)), new Text(value));
            }
        }
    }

    private static string Several(ValueList<string> names) =>
        string.Join(", ", names.Take(MostSites)) + (names.Count > MostSites ? $" and {names.Count - MostSites} more" : "");

    private static void Section(string title, string? text)
    {
        if (text is not null)
        {
            Heading(title);
            AnsiConsole.Write(new Text(MarkdownEscapes.Undo(text).ReplaceLineEndings("\n").Trim()));
            AnsiConsole.WriteLine();
        }
    }

    private static void Outcomes(string title, ValueList<Outcome> outcomes)
    {
        if (!outcomes.IsEmpty)
        {
            Heading(title);
            foreach (var outcome in outcomes)
            {
                AnsiConsole.Write(new Padder(new Text($"• {outcome.Measure}{(outcome.TimeFrame is { } time ? $" ({time})" : "")}")).Padding(2, 0, 0, 0));
            }
        }
    }

    private static void Sites(ValueList<Site> sites)
    {
        if (sites.IsEmpty)
        {
            return;
        }

        Heading(sites.Count == 1 ? "One site" : $"{sites.Count.ToString("N0", CultureInfo.InvariantCulture)} sites");
        var table = new Table().Border(TableBorder.None).AddColumns("Facility", "City", "Country", "Status");
        foreach (var site in sites.Take(MostSites))
        {
            table.AddRow(new Text(site.Facility ?? "not named"), new Text(site.City ?? ""), new Text(site.Country ?? ""), new Text(Said(site.Status)));
        }

        AnsiConsole.Write(table);
        if (sites.Count > MostSites)
        {
            AnsiConsole.MarkupLineInterpolated($"[dim]and {sites.Count - MostSites:N0} more[/]");
        }
    }

    private static void Contacts(ValueList<Contact> contacts)
    {
        if (!contacts.IsEmpty)
        {
            Heading("Contact");
            foreach (var contact in contacts)
            {
                AnsiConsole.WriteLine(string.Join(" · ", new[] { contact.Name, contact.Phone, contact.Email }.Where(part => !string.IsNullOrEmpty(part))));
            }
        }
    }

    private static void Oddities(ValueList<FieldWarning> oddities)
    {
        if (!oddities.IsEmpty)
        {
            Heading(oddities.Count == 1 ? "A value that is not of the registry's kind" : $"{oddities.Count} values that are not of the registry's kind");
            foreach (var oddity in oddities.Take(MostOddities))
            {
                AnsiConsole.WriteLine($"{oddity.Field} {oddity.Problem}.");
            }
        }
    }

    private static void Heading(string title)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated($"[bold]{title}[/]");
    }

    // NOT_YET_RECRUITING as "Not yet recruiting": the page has the words for people, a terminal the registry's.
    private static string Said(string? value) => value switch
    {
        null => "",
        "NA" => "Not applicable",
        "ACTIVE_NOT_RECRUITING" => "Active, not recruiting",
        "EARLY_PHASE1" => "Early phase 1",
        ['P', 'H', 'A', 'S', 'E', var digit] => $"Phase {digit}",
        _ => value[0] + value[1..].Replace('_', ' ').ToLowerInvariant(),
    };
}
