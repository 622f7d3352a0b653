using System.Globalization;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Microsoft365.Sessions;

/// <summary>
/// The convening form as it was typed, field by field, so that a refused form comes back with nothing lost. The same
/// names serve as the card's inputs and as the data of its buttons.
/// </summary>
/// <param name="Form">Names this form: sent twice, it convenes one session.</param>
public sealed record ConveneInputs(
    TerritoryId Territory, string Form, string? Table, string? Format, WhenInputs When,
    IReadOnlyList<AgendaInput> Agenda, string? SecondCallOf)
{
    public const int Rows = 6;

    public const string FormKey = "form";
    public const string TableKey = "table";
    public const string FormatKey = "format";
    public const string SecondCallKey = "secondcall";

    public const string Plenary = "plenary";
    public const string Restricted = "restricted";

    /// <param name="text">A text of the click's data by its name; null when it is missing or empty.</param>
    public static ConveneInputs Read(TerritoryId territory, string form, Func<string, string?> text) => new(
        territory, form, text(TableKey), text(FormatKey), WhenInputs.Read(text),
        [.. Enumerable.Range(1, Rows).Select(row => AgendaInput.Read(row, text))], text(SecondCallKey));

    public ConveneForm ToForm() => new(
        IdOf<TableId>(Table), Format == Restricted ? SessionFormat.Restricted : SessionFormat.Plenary, When.ToTime(),
        [.. Filled.Select(row => row.Input.ToRow())], SessionTexts.FollowUp, IdOf<SessionId>(SecondCallOf));

    /// <summary>The agenda's lines that hold something, with their number in the form.</summary>
    public IReadOnlyList<(int Number, AgendaInput Input)> Filled =>
        [.. Agenda.Select((input, i) => (i + 1, input)).Where(row => !row.input.IsEmpty)];

    /// <summary>Everything, for a button that goes on with this form.</summary>
    public JsonObject ToData()
    {
        var data = new JsonObject { [SessionKeys.Territory] = Territory.Value, [FormKey] = Form };
        Put(data, TableKey, Table);
        Put(data, FormatKey, Format);
        Put(data, SecondCallKey, SecondCallOf);
        When.Put(data);
        for (var row = 1; row <= Agenda.Count; row++)
        {
            Agenda[row - 1].Put(data, row);
        }

        return data;
    }

    /// <summary>A session's form filled from one that stands, for its second convocation.</summary>
    public static ConveneInputs Again(Session session, string form) => new(
        session.Territory, form, session.Table.Value,
        session.Format == SessionFormat.Restricted ? Restricted : Plenary,
        WhenInputs.Nothing with
        {
            Duration = DurationText.Write(session.Duration), Place = session.Place, Online = session.Online,
            OnlineUrl = session.OnlineUrl,
        },
        [], session.Id.Value);

    internal static void Put(JsonObject data, string key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            data[key] = value;
        }
    }

    internal static T? IdOf<T>(string? value) where T : struct, IId<T> =>
        IdRules.IsWellFormed(value) ? T.From(value!) : null;
}

/// <summary>When and where, as typed.</summary>
public sealed record WhenInputs(
    string? Day, string? Time, string? Duration, string? Place, bool Online, string? OnlineUrl)
{
    public const string DayKey = "day";
    public const string TimeKey = "time";
    public const string DurationKey = "duration";
    public const string PlaceKey = "place";
    public const string OnlineKey = "online";
    public const string OnlineUrlKey = "onlineurl";

    // A client may send anything; what is shown again must fit a card.
    private const int Longest = 600;

    public static WhenInputs Nothing { get; } = new(null, null, null, null, false, null);

    public static WhenInputs Read(Func<string, string?> text) => new(
        Cut(text(DayKey)), Cut(text(TimeKey)), Cut(text(DurationKey)), Cut(text(PlaceKey)), text(OnlineKey) == "true",
        Cut(text(OnlineUrlKey)));

    /// <summary>The session's own, in the territory's zone.</summary>
    public static WhenInputs Of(Session session, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(session.Start, zone);
        return new WhenInputs(
            local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            local.ToString("HH:mm", CultureInfo.InvariantCulture), DurationText.Write(session.Duration), session.Place,
            session.Online, session.OnlineUrl);
    }

    public DateOnly? DayValue =>
        DateOnly.TryParseExact(
            Day, ["yyyy-MM-dd", "d/M/yyyy", "d/M/yy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    public TimeOnly? TimeValue =>
        TimeOnly.TryParseExact(
            Time?.Replace(" ", "", StringComparison.Ordinal).Replace('h', ':').TrimEnd(':'), ["H:mm", "HH:mm:ss", "%H"],
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time : null;

    public SessionTime ToTime() => new(DayValue, TimeValue, DurationText.Read(Duration), Place, Online, OnlineUrl);

    public void Put(JsonObject data)
    {
        ConveneInputs.Put(data, DayKey, Day);
        ConveneInputs.Put(data, TimeKey, Time);
        ConveneInputs.Put(data, DurationKey, Duration);
        ConveneInputs.Put(data, PlaceKey, Place);
        ConveneInputs.Put(data, OnlineKey, Online ? "true" : null);
        ConveneInputs.Put(data, OnlineUrlKey, OnlineUrl);
    }

    internal static string? Cut(string? text) => text?.Length > Longest ? text[..Longest] : text;
}

/// <summary>One line of the agenda, as typed.</summary>
public sealed record AgendaInput(string? Kind, string? Title, string? Minutes, string? Axis)
{
    public static AgendaInput Empty { get; } = new(null, null, null, null);

    /// <summary>What a line takes that says nothing else, and what its field holds at first: a start to correct.</summary>
    public const string UsualMinutes = "30";

    /// <summary>A line whose kind alone was touched holds nothing yet.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && (string.IsNullOrWhiteSpace(Minutes) || Minutes.Trim() == UsualMinutes);

    public static string Key(int row, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"item{row}{field}");

    public static AgendaInput Read(int row, Func<string, string?> text) => new(
        text(Key(row, "kind")), WhenInputs.Cut(text(Key(row, "title"))), text(Key(row, "minutes")), text(Key(row, "axis")));

    public static AgendaItemKind KindOf(string? word) => word switch
    {
        "decision" => AgendaItemKind.Decision,
        "information" => AgendaItemKind.Information,
        _ => AgendaItemKind.Discussion,
    };

    public static string Word(AgendaItemKind kind) => kind switch
    {
        AgendaItemKind.Decision => "decision",
        AgendaItemKind.Information => "information",
        AgendaItemKind.Discussion => "discussion",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of item"),
    };

    public AgendaRow ToRow() => new(
        KindOf(Kind), Title ?? "", DurationText.ReadMinutes(string.IsNullOrWhiteSpace(Minutes) ? UsualMinutes : Minutes), ConveneInputs.IdOf<AxisId>(Axis));

    public void Put(JsonObject data, int row)
    {
        if (IsEmpty)
        {
            return;
        }

        ConveneInputs.Put(data, Key(row, "kind"), Kind);
        ConveneInputs.Put(data, Key(row, "title"), Title);
        ConveneInputs.Put(data, Key(row, "minutes"), Minutes);
        ConveneInputs.Put(data, Key(row, "axis"), Axis);
    }
}
