using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Language;
using ConcertationBot.Turns;
using Session = Concertation.Domain.Sessions.Session;
using Table = Concertation.Domain.Tables.Table;

namespace ConcertationBot.Sessions;

/// <summary>Draws the look before a reminder.</summary>
public sealed class ReminderLooks(RemindSeats remind, TimeProvider clock)
{
    public async Task<AdaptiveCard> Card(
        Session session, Table table, Roster roster, CollegeId? college, CancellationToken cancel) =>
        ReminderCard.Confirm(await remind.Look(session, table, roster, college, cancel), roster, college, Leaves(roster));

    /// <summary>When a reminder asked for now leaves; null for at once.</summary>
    public DateTimeOffset? Leaves(Roster roster)
    {
        var now = clock.GetUtcNow();
        return roster.Territory.QuietHours.OpenFrom(now, roster.Zone) is var at && at > now ? at : null;
    }
}

/// <summary>« relance les libéraux », « relance ceux qui n’ont pas répondu »: asks before it does.</summary>
public sealed class RemindCommand(SessionsInReach reach, ReminderLooks looks) : FollowedSessionCommand(reach)
{
    protected override string Verb => SessionVerbs.RemindForm;

    protected override async Task<IReadOnlyList<Say>> With(
        TextTurn turn, Session session, Table table, CancellationToken cancel) =>
        Say.Only(await looks.Card(session, table, turn.Roster, CollegeIn(turn.Text, table, turn.Roster), cancel));

    /// <summary>The college of the table whose name is written, singular or plural; the longest when several are. Null for none.</summary>
    internal static CollegeId? CollegeIn(string text, Table table, Roster roster)
    {
        var words = WordsOf(text).ToList();
        return roster.Colleges.Where(c => table.Colleges.Contains(c.Id))
            .Select(c => (c.Id, Words: WordsOf(c.Name).Where(w => w.Length >= LongEnough).ToList()))
            .Where(c => c.Words.Count > 0 && c.Words.TrueForAll(w => words.Exists(written => SameStem(w, written))))
            .OrderByDescending(c => c.Words.Count).Select(c => (CollegeId?)c.Id).FirstOrDefault();
    }

    private const int LongEnough = 4;
    private const int Stem = 5;

    private static IEnumerable<string> WordsOf(string text) => FrenchText.Read(text).Words
        .SelectMany(token => token.Plain.Split('-', StringSplitOptions.RemoveEmptyEntries));

    private static bool SameStem(string name, string written) => written.Length >= LongEnough && string.Equals(
        name[..Math.Min(Stem, name.Length)], written[..Math.Min(Stem, written.Length)], StringComparison.Ordinal);
}

/// <summary>sessions.remindform: who would be reminded, before anything is sent.</summary>
public sealed class OpenReminder(SessionClicks clicks, SessionsInReach reach, ReminderLooks looks) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await clicks.Read(click, cancel) switch
        {
            null => SessionClicks.Unknown,
            { MayConvene: false } found => new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table)),
            var found when !reach.IsOpen(found.Session) => clicks.Show(found, click),
            var found => new CardAnswer.Card(await looks.Card(
                found.Session, found.Table, found.Roster, click.Id<CollegeId>(SessionKeys.College), cancel)),
        };
}

/// <summary>sessions.remind: the reminder, once a day and seat however often the button is pressed.</summary>
public sealed class SendReminder(SessionClicks clicks, RemindSeats remind, ReminderLooks looks) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await clicks.Read(click, cancel) is not { } found)
        {
            return SessionClicks.Unknown;
        }

        var spared = (click.Text(SessionKeys.Spared) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(IdRules.IsWellFormed).Select(PersonId.From).ToHashSet();
        var outcome = await remind.Run(
            found.Actor, found.Session.Id, click.Id<CollegeId>(SessionKeys.College), spared, cancel);
        return outcome.Match(
            sent => clicks.Show(
                found with { Session = sent.Session }, click,
                SessionTexts.Reminded(sent.Reminded, looks.Leaves(found.Roster), found.Roster.Zone)),
            _ => SessionClicks.Unknown,
            not => new CardAnswer.Refused(SessionTexts.NotAConvenerOf(not.Table)),
            closed => clicks.Show(found with { Session = closed.Session }, click));
    }
}
