using System.Globalization;
using System.Text.RegularExpressions;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Meetings;

/// <summary>A step in holding a session, said in words; in a group, the conversation is about that session from then on.</summary>
public abstract class HoldCommand(ISessions sessions, IMeetings meetings, MeetingCards cards, HoldSession hold, TimeProvider clock)
    : HeldSessionCommand(sessions, meetings, cards, clock)
{
    protected abstract HoldStep Step(TextTurn turn);

    protected override async Task<IReadOnlyList<Say>> With(TextTurn turn, ClickedSession found, CancellationToken cancel)
    {
        var outcome = await hold.Run(turn.Actor, found.Session.Id, Step(turn), null, cancel);
        if (outcome is RunOutcome.Held && !turn.Caller.IsPersonal)
        {
            await Meetings.HoldIn(found.Session.Territory, turn.Caller.Here, found.Session.Id, cancel);
        }

        return await Shown(turn, found, cancel, problem: RunAnswers.Problem(outcome, found.Table, found.Roster.Zone));
    }
}

/// <summary>« on commence », « démarre la séance »</summary>
public sealed class StartCommand(ISessions sessions, IMeetings meetings, MeetingCards cards, HoldSession hold, TimeProvider clock)
    : HoldCommand(sessions, meetings, cards, hold, clock)
{
    protected override string Verb => MeetingVerbs.Start;

    protected override bool Fits(SessionRun? run) => run is null;

    protected override HoldStep Step(TextTurn turn) => new HoldStep.Start();
}

/// <summary>« point suivant », « passe au point 4 »</summary>
public sealed class NextItemCommand(ISessions sessions, IMeetings meetings, MeetingCards cards, HoldSession hold, TimeProvider clock)
    : HoldCommand(sessions, meetings, cards, hold, clock)
{
    protected override HoldStep Step(TextTurn turn) => new HoldStep.Next(SaidInSession.ItemOf(turn.Text));
}

/// <summary>« fin de séance »</summary>
public sealed class EndCommand(ISessions sessions, IMeetings meetings, MeetingCards cards, HoldSession hold, TimeProvider clock)
    : HoldCommand(sessions, meetings, cards, hold, clock)
{
    protected override string Verb => MeetingVerbs.End;

    protected override HoldStep Step(TextTurn turn) => new HoldStep.End();
}

/// <summary>« note : le CCAS présente le bilan », « note sur le point 2 : … »</summary>
public sealed class NoteCommand(ISessions sessions, IMeetings meetings, MeetingCards cards, WriteNote write, TimeProvider clock)
    : HeldSessionCommand(sessions, meetings, cards, clock)
{
    protected override async Task<IReadOnlyList<Say>> With(TextTurn turn, ClickedSession found, CancellationToken cancel) =>
        Say.Only(SaidBack(
            await write.Run(
                turn.Actor, found.Session.Id,
                new NoteDraft(NoteKind.Debate, SaidInSession.ItemOf(SaidInSession.Head(turn.Text)), SaidInSession.After(turn.Text), null, null), turn.Operation, cancel),
            found));

    internal static string SaidBack(NoteOutcome outcome, ClickedSession found) =>
        outcome is NoteOutcome.Written written ? MeetingTexts.Written(written, found.Roster.Zone) : MeetingTexts.Refusal(outcome, found.Table);
}

/// <summary>« action : rédiger la fiche de liaison, CCAS, pour le 15/12 »</summary>
public sealed class ActionCommand(ISessions sessions, IMeetings meetings, MeetingCards cards, WriteNote write, TimeProvider clock)
    : HeldSessionCommand(sessions, meetings, cards, clock)
{
    protected override async Task<IReadOnlyList<Say>> With(TextTurn turn, ClickedSession found, CancellationToken cancel)
    {
        var (what, who, due) = SaidInSession.Action(turn);
        return Say.Only(NoteCommand.SaidBack(
            await write.Run(
                turn.Actor, found.Session.Id,
                new NoteDraft(NoteKind.Action, SaidInSession.ItemOf(SaidInSession.Head(turn.Text)), what, who, due), turn.Operation, cancel),
            found));
    }
}

/// <summary>
/// « consensus sur le point 3 : ouvrir le samedi »: recorded in one line where the quorum is there. Without the quorum, or
/// where the words don't say what is decided, the convener is asked first: a carence is sent too, and decisions aren't edited.
/// </summary>
public sealed class ConsensusCommand(ISessions sessions, IMeetings meetings, MeetingCards cards, RecordConsensus consensus, TimeProvider clock)
    : HeldSessionCommand(sessions, meetings, cards, clock)
{
    protected override async Task<IReadOnlyList<Say>> With(TextTurn turn, ClickedSession found, CancellationToken cancel)
    {
        var run = (await Meetings.RunOf(found.Session.Territory, found.Session.Id, cancel))?.Value;
        var item = SaidInSession.ItemOf(SaidInSession.Head(turn.Text)) is { } number
            ? found.Session.Agenda.ElementAtOrDefault(number - 1)
            : run?.Current is { } on ? found.Session.ItemOf(on) : null;
        if (item is null || run is null)
        {
            return Say.Only(run is null ? MeetingTexts.NotStarted(found.Table) : MeetingTexts.NoSuchItem(found.Session));
        }

        var (text, reserves) = SaidInSession.Decision(turn.Text);
        var what = ConsensusClick.Found(found.Session.Id, item.Id, text ?? item.Title, reserves);
        if (await consensus.Look(turn.Actor, what, cancel) is Ruling<Outcome>.Granted { Value: var outcome }
            && (text is null || outcome.Verdict != Verdict.Adopted))
        {
            var view = await Cards.View(turn.Actor, turn.Roster, found.Session, found.Table, among: !turn.Caller.IsPersonal, cancel);
            return Say.Only(ConsensusCard.Of(view, item, outcome, text, reserves));
        }

        var ruling = await consensus.Handle(turn.Actor, ConsensusClick.Ids(what), what, cancel);
        return ruling.Match(
            ballot => Say.Only($"Point {MeetingTexts.Number(found.Session, item.Id).ToString(CultureInfo.InvariantCulture)}. {DecisionTexts.Arithmetic(ballot.Outcome!)}"),
            why => Say.Only(VoteTexts.Refusal(why)));
    }
}

/// <summary>« feuille de présence », « quorum ? »: the sheet in one's own conversation, the counts in a group.</summary>
public sealed class PresenceCommand(ISessions sessions, IMeetings meetings, MeetingCards cards, TimeProvider clock)
    : HeldSessionCommand(sessions, meetings, cards, clock)
{
    protected override string Verb => MeetingVerbs.Presence;

    protected override async Task<IReadOnlyList<Say>> With(TextTurn turn, ClickedSession found, CancellationToken cancel)
    {
        if (turn.Caller.IsPersonal && found.MayConvene && await Cards.Presence(found, 0, cancel) is CardAnswer.Card sheet)
        {
            return Say.Only(sheet.Shown);
        }

        var view = await Cards.View(turn.Actor, turn.Roster, found.Session, found.Table, among: true, cancel);
        return Say.Only($"{MeetingTexts.Counts(view.Roll)} {MeetingTexts.Quorum(view.Roll.Quorum())} {MeetingTexts.Colleges(view.Roll.Quorum())}".TrimEnd());
    }
}

/// <summary>The parts of what is said during a session.</summary>
internal static partial class SaidInSession
{
    /// <summary>What stands before the first colon, where the item is named; all of it without one.</summary>
    public static string Head(string text) => text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? text[..colon] : text;

    /// <summary>« point 3 » → 3; null without a number.</summary>
    public static int? ItemOf(string text) =>
        Item().Match(text) is { Success: true } match ? int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>What is to be noted: after the colon, else after the first word.</summary>
    public static string After(string text)
    {
        if (text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon)
        {
            return Upper(text[(colon + 1)..].Trim(' ', '\u00a0', '«', '»'));
        }

        return Upper(Verb().Replace(text.Trim(), "").Trim());
    }

    /// <summary>The decision after the colon and the reserves after « réserve »; both may be missing.</summary>
    public static (string? Text, string? Reserves) Decision(string text)
    {
        var said = text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? text[(colon + 1)..].Trim(' ', '\u00a0') : "";
        var reserve = Reserve().Match(said);
        var decided = (reserve.Success ? said[..reserve.Index] : said).Trim(' ', ',', ';', '\u00a0');
        return (decided.Length > 2 ? Upper(decided) : null, reserve.Success ? Upper(said[reserve.Index..].Trim(' ', ',')) : null);
    }

    /// <summary>What, who and by when, as commas or dashes part them; a structure or a member named at the start also carries it.</summary>
    public static (string What, string? Who, DateOnly? Due) Action(TextTurn turn)
    {
        var due = turn.Reading.Slots.When.Date;
        var said = ByWhen().Replace(After(turn.Text), "").Trim(' ', ',', ';', '.', '-', '–', '\u00a0');
        var parts = said.Split([',', ';', '—', '–'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var who = parts.Skip(1).FirstOrDefault(p => p.Split(' ').Length <= 6) ?? NamedFirst(turn, said);
        var what = string.Join(", ", parts.Where(p => p != who || parts.Length == 1));
        return (Upper(what), who, due);
    }

    private static string? NamedFirst(TextTurn turn, string said) =>
        turn.Roster.Structures.Select(s => s.Name).Concat(turn.Roster.People.Select(p => p.Name))
            .FirstOrDefault(name => said.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                || said.StartsWith($"le {name}", StringComparison.OrdinalIgnoreCase) || said.StartsWith($"la {name}", StringComparison.OrdinalIgnoreCase));

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Concertation.Microsoft365.French.Culture) + text[1..];

    [GeneratedRegex(@"\b(point|item|n°|numéro|no)\s*(n°|numéro)?\s*(?<n>[0-9]{1,2})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"^(\S+\s+)?(notez|noter|notons|note|consigne|consigner|écris|ecris|actions?)\b(\s+(que|qu['’]|bien))?\s*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(avec\s+)?(une?\s+|des\s+|deux\s+)?r[ée]serves?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reserve();

    [GeneratedRegex(@"[,\s]*\b(pour|d['’]ici|avant|au\s+plus\s+tard|à\s+rendre|échéance)\s+(le\s+|la\s+|fin\s+|au\s+|ce\s+)*(\d{1,2}([/.-]\d{1,2}([/.-]\d{2,4})?|(er)?\s+\w+(\s+\d{4})?)?|lundi|mardi|mercredi|jeudi|vendredi|demain|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)(\s+prochain)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ByWhen();
}
