using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Retention;
using Concertation.Domain.Tables;

namespace Concertation.Documents.Territories;

/// <summary>
/// Reads a territory file (docs/territory-file.md) and finds everything that is wrong with it in one pass, with line
/// and path. What it accepts holds together: every id it names is in it.
/// </summary>
public static partial class TerritoryFileReader
{
    /// <summary>A longer file is refused unread.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    private const int NameLength = 120;

    /// <param name="today">A mandate may not start after it.</param>
    public static TerritoryFile Read(byte[] content, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (utf8, unreadable) = TerritoryFileBytes.Decode(content);
        if (unreadable is not null)
        {
            return new TerritoryFile.Refused([unreadable]);
        }

        JsonPlace root;
        try
        {
            root = PlacedJson.Parse(utf8);
        }
        catch (JsonException malformed)
        {
            return new TerritoryFile.Refused([Malformed(utf8, malformed)]);
        }

        var errors = new FileErrors();
        var read = Root(root, errors, today);
        return errors.Any || read is null
            ? new TerritoryFile.Refused(errors.ByLine)
            : new TerritoryFile.Valid(read);
    }

    /// <summary>The codes of the axes of a file that is valid, as it prints them and in its order.</summary>
    public static IReadOnlyList<string> PrintedCodes(byte[] content) =>
        [.. JsonNode.Parse(TerritoryFileBytes.Decode(content).Utf8)!["roadmap"]!["axes"]!.AsArray().Select(axis => (string)axis!["code"]!)];

    private static TerritoryContent? Root(JsonPlace place, FileErrors errors, DateOnly today)
    {
        if (ObjectReading.Of(place, errors) is not { } root)
        {
            return null;
        }

        root.Find("$schema");
        // What others refer to is read first, whatever the order in the file.
        var structures = Items(root, "structures", 1_000, errors, Structure, s => s.Id.Value);
        var colleges = Items(root, "colleges", 50, errors, College, c => c.Id.Value);
        var people = Items(root, "people", 5_000, errors, item => Person(item, errors), p => p.Id.Value);
        OnceAmongPeople(people, "mail", "l’adresse", p => p.Mail?.ToUpperInvariant(), errors);
        OnceAmongPeople(people, "entraId", "l’identifiant Entra", p => p.EntraId, errors);

        var known = new TerritoryFileIds(
            new("la structure", "structures connues", Ids(structures, s => s.Id.Value)),
            new("le collège", "collèges connus", Ids(colleges, c => c.Id.Value)),
            new("la personne", "personnes connues", Ids(people, p => p.Id.Value)));
        var territory = root.Inner("territory", required: true) is { } head ? Territory(head, known) : null;
        var tables = TerritoryFileTables.Read(root, known, errors, today);
        var plan = root.Inner("roadmap", nullable: true) is { } roadmap
            ? TerritoryFileRoadmap.Read(roadmap, territory?.Id ?? default, errors) : null;
        root.Close();

        return territory is null ? null : new TerritoryContent(
            territory, [.. structures.Select(s => s.Value)], [.. colleges.Select(c => c.Value)],
            [.. people.Select(p => p.Value)], tables.Tables, tables.Mandates, plan);
    }

    /// <summary>The objects of a list with where they stand; an id given twice is an error.</summary>
    internal static IReadOnlyList<(T Value, JsonPlace Place)> Items<T>(
        ObjectReading parent, string name, int max, FileErrors errors, Func<ObjectReading, T> read, Func<T, string> id,
        string idName = "id")
    {
        var items = new List<(T, JsonPlace)>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var place in parent.List(name, max, required: true))
        {
            if (ObjectReading.Of(place, errors) is not { } item)
            {
                continue;
            }

            var value = read(item);
            item.Close();
            items.Add((value, place));
            if (id(value).Length > 0 && !lines.TryAdd(id(value), place.Line))
            {
                item.Wrong(idName, TerritoryFileTexts.IdTaken(id(value), lines[id(value)]));
            }
        }

        return items;
    }

    private static HashSet<string> Ids<T>(IReadOnlyList<(T Value, JsonPlace Place)> items, Func<T, string> id) =>
        items.Select(i => id(i.Value)).Where(i => i.Length > 0).ToHashSet(StringComparer.Ordinal);

    private static Structure Structure(ObjectReading item) =>
        new(item.Id<StructureId>("id"), item.Text("name", NameLength));

    private static College College(ObjectReading item) =>
        new(item.Id<CollegeId>("id"), item.Text("name", NameLength));

    private static Person Person(ObjectReading item, FileErrors errors)
    {
        var person = new Person(
            item.Id<PersonId>("id"), item.Text("name", NameLength), Mail(item), EntraId(item, "entraId"));
        if (person.Mail is null && person.EntraId is null
            && !item.Place.Properties.Any(p => p.Name is "mail" or "entraId" && p.Value.Kind != JsonPlaceKind.Nothing))
        {
            errors.Add(item.Place, TerritoryFileTexts.NeitherMailNorAccount);
        }

        return person;
    }

    private static string? Mail(ObjectReading item)
    {
        var mail = item.OptionalText("mail", 254);
        if (mail is not null && !MailAddress().IsMatch(mail))
        {
            item.Wrong("mail", $"{TerritoryFileTexts.Quote(mail)} {TerritoryFileTexts.NotMail}");
        }

        return mail;
    }

    private static string? EntraId(ObjectReading item, string name)
    {
        var written = item.OptionalText(name, 64);
        if (written is null)
        {
            return null;
        }

        if (!Guid.TryParseExact(written, "D", out var id) || id == Guid.Empty)
        {
            item.Wrong(name, $"{TerritoryFileTexts.Quote(written)} {TerritoryFileTexts.NotGuid}");
        }

        return written.ToLowerInvariant();
    }

    private static void OnceAmongPeople(
        IReadOnlyList<(Person Value, JsonPlace Place)> people, string name, string what, Func<Person, string?> key,
        FileErrors errors)
    {
        foreach (var same in people.Where(p => key(p.Value) is { Length: > 0 }).GroupBy(p => key(p.Value)))
        {
            foreach (var (person, place) in same.Skip(1))
            {
                var at = place.Properties.First(p => p.Name == name).Value;
                var value = name == "mail" ? person.Mail! : person.EntraId!;
                var first = same.First().Place.Properties.First(p => p.Name == name).Value;
                errors.Add(at, TerritoryFileTexts.Taken(what, value, first.Line));
            }
        }
    }

    private static Territory Territory(ObjectReading head, TerritoryFileIds known)
    {
        var territory = new Territory(
            head.Id<TerritoryId>("id"), head.Text("name", NameLength), Zone(head),
            head.Choice("vocabulary", TerritoryFileWords.Vocabularies), EntraId(head, "tenant"),
            head.Reference<PersonId>("pilot", known.People), head.References<PersonId>("deputies", known.People),
            head.Inner("quietHours") is { } quiet ? QuietHours(quiet) : null,
            head.Inner("reports") is { } reports ? ReportRules(reports, known) : null);
        territory = territory with { Retention = head.Inner("retention") is { } kept ? Retention(kept) : null };
        if (territory.Deputies.Contains(territory.Pilot))
        {
            head.Wrong("deputies", TerritoryFileTexts.PilotIsDeputy);
        }

        head.Close();
        return territory;
    }

    private static QuietHours QuietHours(ObjectReading given)
    {
        var usual = Domain.Notices.QuietHours.Usual;
        var hours = new QuietHours(
            given.Time("from", usual.From), given.Time("until", usual.Until), given.Flag("daysOff", usual.DaysOff));
        given.Close();
        return hours;
    }

    private static ReportRules ReportRules(ObjectReading given, TerritoryFileIds known)
    {
        const int Longest = 365;
        var usual = Domain.Tables.ReportRules.Usual;
        var rules = new ReportRules(
            given.Whole("highDays", 1, Longest, usual.HighDays), given.Whole("mediumDays", 1, Longest, usual.MediumDays),
            given.Whole("lowDays", 1, Longest, usual.LowDays), given.OptionalReference<StructureId>("carrier", known.Structures));
        given.Close();
        return rules;
    }

    private static RetentionRules Retention(ObjectReading given)
    {
        var usual = RetentionRules.Usual;
        int Months(string name, int unlessSet) => given.Whole(name, 1, RetentionRules.Longest, unlessSet);
        var rules = new RetentionRules(
            Months("reporterMonths", usual.Reporter), Months("reportMonths", usual.Report), Months("noticeMonths", usual.Notice),
            Months("answerMonths", usual.Answer), Months("documentMonths", usual.Document), Months("silenceMonths", usual.Silence));
        if (rules.Report < rules.Reporter)
        {
            given.Wrong("reportMonths", TerritoryFileTexts.ReportsGoFirst);
        }

        given.Close();
        return rules;
    }

    private static string Zone(ObjectReading head)
    {
        var zone = head.OptionalText("timeZone", 64) ?? "Europe/Paris";
        if (!zone.Contains('/', StringComparison.Ordinal) || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            head.Wrong("timeZone", $"{TerritoryFileTexts.Quote(zone)} {TerritoryFileTexts.NotZone}");
        }

        return zone;
    }

    /// <summary>The reader says where it stopped; what stands there says what is probably wrong.</summary>
    private static FileError Malformed(byte[] utf8, JsonException malformed)
    {
        var line = 0;
        var lineStart = 0;
        for (; line < (malformed.LineNumber ?? 0); line++)
        {
            lineStart = Array.IndexOf(utf8, (byte)'\n', lineStart) + 1;
        }

        var at = Math.Min(lineStart + (int)(malformed.BytePositionInLine ?? 0), utf8.Length);
        if (at >= utf8.Length || utf8.AsSpan(at).IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return TerritoryFileBytes.At(utf8, utf8.Length, TerritoryFileTexts.EndsTooSoon);
        }

        Rune.DecodeFromUtf8(utf8.AsSpan(at), out var rune, out _);
        var message = rune.ToString() switch
        {
            _ when malformed.Message.Contains("depth", StringComparison.Ordinal) => TerritoryFileTexts.TooDeep,
            _ when malformed.Message.Contains("after a single JSON value", StringComparison.Ordinal)
                || malformed.Message.Contains("end of data", StringComparison.Ordinal) => TerritoryFileTexts.AfterTheEnd,
            "\n" or "\r" => TerritoryFileTexts.OpenQuote,
            "}" or "]" when malformed.Message.Contains("trailing comma", StringComparison.Ordinal) => TerritoryFileTexts.TrailingComma,
            "\"" or "{" or "[" => TerritoryFileTexts.MissingComma,
            "/" => TerritoryFileTexts.Comment,
            "“" or "”" or "«" or "'" or "’" => TerritoryFileTexts.CurlyQuote,
            var other => TerritoryFileTexts.Unexpected(other),
        };
        return TerritoryFileBytes.At(utf8, at, message);
    }

    internal static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex MailAddress();
}

/// <summary>What the rest of a file may refer to.</summary>
internal sealed record TerritoryFileIds(KnownIds Structures, KnownIds Colleges, KnownIds People);
