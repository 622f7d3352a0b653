using System.Globalization;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Polls;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Microsoft365.Polls;

/// <summary>
/// The poll's form as it was typed: the convening form's fields, and up to six dates in the place of its one. What was
/// typed into a convening form is read the same way, its date as the first.
/// </summary>
public sealed record PollInputs(ConveneInputs Session, IReadOnlyList<SlotInput> Slots, string? ReplyBy)
{
    public const string ReplyByKey = "replyby";

    public static PollInputs Read(TerritoryId territory, string form, Func<string, string?> text)
    {
        var session = ConveneInputs.Read(territory, form, text);
        SlotInput[] slots = [.. Enumerable.Range(1, PollLimits.Slots).Select(row => SlotInput.Read(row, text))];
        var first = new SlotInput(session.When.Day, session.When.Time);
        return Of(session, slots.All(s => s.IsEmpty) ? [first] : slots, WhenInputs.Cut(text(ReplyByKey)));
    }

    public static PollInputs Of(ConveneInputs session, IReadOnlyList<SlotInput> slots, string? replyBy) => new(
        session with { When = session.When with { Day = null, Time = null }, SecondCallOf = null }, slots, replyBy);

    public PollForm ToForm()
    {
        var first = Filled.Select(s => s.Input.TimeValue).FirstOrDefault(t => t is not null);
        return new PollForm(
            Session.ToForm(),
            [.. Filled.Select(s => new SlotRow(s.Input.DayValue, string.IsNullOrWhiteSpace(s.Input.Time) ? first : s.Input.TimeValue))],
            ReplyByValue);
    }

    public DateOnly? ReplyByValue => new SlotInput(ReplyBy, null).DayValue;

    /// <summary>The dates that hold something, with their line in the form.</summary>
    public IReadOnlyList<(int Number, SlotInput Input)> Filled =>
        [.. Slots.Select((input, i) => (i + 1, input)).Where(row => !row.input.IsEmpty)];

    /// <summary>Everything, for a button that goes on with this form.</summary>
    public JsonObject ToData()
    {
        var data = Session.ToData();
        ConveneInputs.Put(data, ReplyByKey, ReplyBy);
        for (var row = 1; row <= Slots.Count; row++)
        {
            Slots[row - 1].Put(data, row);
        }

        return data;
    }
}

/// <summary>One date, as typed.</summary>
public sealed record SlotInput(string? Day, string? Time)
{
    public static SlotInput Empty { get; } = new(null, null);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Time);

    public DateOnly? DayValue => AsWhen.DayValue;

    public TimeOnly? TimeValue => AsWhen.TimeValue;

    public static string Key(int row, string field) => string.Create(CultureInfo.InvariantCulture, $"slot{row}{field}");

    public static SlotInput Read(int row, Func<string, string?> text) =>
        new(WhenInputs.Cut(text(Key(row, "day"))), WhenInputs.Cut(text(Key(row, "time"))));

    public void Put(JsonObject data, int row)
    {
        ConveneInputs.Put(data, Key(row, "day"), Day);
        ConveneInputs.Put(data, Key(row, "time"), Time);
    }

    private WhenInputs AsWhen => WhenInputs.Nothing with { Day = Day, Time = Time };
}
