using System.Globalization;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Language;
using ConcertationBot.Polls;
using ConcertationBot.Turns;
using SessionFormat = Concertation.Domain.Sessions.SessionFormat;

namespace ConcertationBot.Sessions;

/// <summary>« convoque la TCT plénière le 14/10 9h30, 2h »: the form, filled with what was understood.</summary>
public sealed class ConveneCommand(ConveneForms forms, ConveneSession convene, PollForms pollForms, OpenDatePoll poll) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        if (ConveneForms.Refusal(turn.Actor, turn.Roster) is { } refusal)
        {
            return Say.Only(refusal);
        }

        if (PollFromText.IsMeant(turn))
        {
            return await AskDates(turn, cancel);
        }

        var typed = ConveneFromText.Form(turn);
        var check = await convene.Check(turn.Actor, typed.ToForm(), cancel);
        return Say.Only(await forms.Form(
            typed, turn.Actor, turn.Roster, Wrong(check.Problems), ConveneFromText.Hint(turn.Reading.Slots, typed.When), cancel));
    }

    /// <summary>« le 14/10, le 16/10 ou le 21/10 »: which of them it will be is to be asked first.</summary>
    private async Task<IReadOnlyList<Say>> AskDates(TextTurn turn, CancellationToken cancel)
    {
        var typed = PollFromText.Form(turn);
        var check = await poll.Check(turn.Actor, typed.ToForm(), cancel);
        return Say.Only(await pollForms.Form(
            typed, turn.Actor, turn.Roster, Wrong(check.Problems), PollFromText.Hint(turn.Reading.Slots, typed), cancel));
    }

    // What wasn't said isn't a fault yet; what was said wrong is told at once.
    private static IReadOnlyList<ConveneProblem> Wrong(IReadOnlyList<ConveneProblem> problems) =>
        [.. problems.Where(p => p.Fault is not (
            ConveneFault.TableMissing or ConveneFault.DayMissing or ConveneFault.TimeMissing or ConveneFault.DurationMissing))];
}

/// <summary>Turns what a message says into what a form holds.</summary>
internal static class ConveneFromText
{
    public static ConveneInputs Form(TextTurn turn)
    {
        var slots = turn.Reading.Slots;
        var table = slots.Table is { Ambiguous: false, Candidates: [var only] } ? only.Id.Value : null;
        var agenda = Subject(slots.Rest) is { } subject
            ? new[] { AgendaInput.Empty with { Title = subject } }
            : [];
        return new ConveneInputs(
            turn.Roster.Territory.Id, turn.Operation.Value, table,
            slots.Format == SessionFormat.Restricted ? ConveneInputs.Restricted : ConveneInputs.Plenary,
            Over(WhenInputs.Nothing, slots), agenda, null);
    }

    /// <summary>What the message says, over what stood before.</summary>
    public static WhenInputs Over(WhenInputs before, Slots slots) => before with
    {
        Day = slots.When.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? before.Day,
        Time = slots.When.Start?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? before.Time,
        Duration = slots.When.Duration is { } duration ? DurationText.Write(duration) : before.Duration,
        Place = slots.Place ?? before.Place,
        Online = slots.Online || before.Online,
    };

    /// <summary>What was read with a doubt, to be looked at in the form; null when nothing was.</summary>
    public static string? Hint(Slots slots, WhenInputs when)
    {
        var hints = new List<string>();
        if (slots.Table is { } table && (table.Ambiguous || table.Candidates.Count != 1))
        {
            hints.Add(SessionTexts.WhichTable(table.Written, table.Candidates.Count));
        }

        hints.AddRange(slots.When.Refused.Select(r => SessionTexts.NotADate(r.Written)));
        if (slots.When.Doubts.HasFlag(DateDoubts.WeekdayDisagrees) && when.DayValue is { } day)
        {
            hints.Add(SessionTexts.WeekdayDisagrees(day));
        }

        if (slots.When.Doubts.HasFlag(DateDoubts.RolledOver) && when.DayValue is { } next)
        {
            hints.Add(SessionTexts.RolledOver(next));
        }

        return hints.Count == 0 ? null : string.Join("\n", hints);
    }

    // « pour parler des sorties » names the first item; anything shorter is only left-over words.
    private static string? Subject(string rest) =>
        rest.Length is >= 10 and <= SessionLimits.ItemTitle ? char.ToUpper(rest[0], French.Culture) + rest[1..] : null;
}
