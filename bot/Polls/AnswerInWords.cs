using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Polls;
using ConcertationBot.Language;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Polls;

/// <summary>« ok pour le 14 et le 16, pas le 21 »: an answer to a poll in one's own words.</summary>
public sealed class AnswerInWords(IDatePolls polls, AnswerDatePoll answer, TimeProvider clock)
{
    private static readonly string[] Noes = ["pas", "non", "sauf", "impossible", "absent", "absente", "indisponible", "jamais"];
    private static readonly string[] Yeses = ["ok", "oui", "dispo", "disponible", "bon", "accord", "libre", "present", "presente"];
    private static readonly string[] Maybes =
        ["si necessaire", "si besoin", "au besoin", "a la rigueur", "eventuellement", "peut etre", "s il le faut"];

    /// <summary>
    /// What to say when the message speaks of dates that are asked about; null when it doesn't.
    /// </summary>
    /// <param name="yes">Whether the message as a whole was understood as a yes.</param>
    /// <param name="otherwise">Whether something else, a convocation, may be meant.</param>
    public async Task<IReadOnlyList<Say>?> Try(TextTurn turn, bool yes, bool otherwise, CancellationToken cancel)
    {
        var asked = await Asked(turn, cancel);
        var dates = turn.Reading.Slots.When.Dates;
        if (asked.Count == 0 || (otherwise && dates.Count < 2))
        {
            return null;
        }

        var meant = asked.Where(view => SaidOf(view, turn, yes).Count > 0).ToList();
        if (meant is [var only])
        {
            var outcome = await answer.Run(
                turn.Actor, new PollAnswerCommand(only.Poll.Id, only.Seat.Id, SaidOf(only, turn, yes), turn.Operation), cancel);
            return outcome is PollAnswerOutcome.Noted noted
                ? [new(PollTexts.NotedInWords, PollAnswerCard.Of(only with { Answer = noted.Answer }, clock.GetUtcNow()))]
                : [new(null, PollAnswerCard.Of(only, clock.GetUtcNow()))];
        }

        return otherwise ? null : [.. (meant.Count > 0 ? meant : asked).Select(view => new Say(null, PollAnswerCard.Of(view, clock.GetUtcNow())))];
    }

    /// <summary>The person's seats in open polls, each as it stands.</summary>
    private async Task<IReadOnlyList<SeatPoll>> Asked(TextTurn turn, CancellationToken cancel)
    {
        var (roster, views) = (turn.Roster, new List<SeatPoll>());
        foreach (var poll in (await polls.Listed(roster.Territory.Id, cancel)).Where(p => p.TakesAnswers(clock.GetUtcNow())))
        {
            if (roster.TableOf(poll.Table) is not { } table)
            {
                continue;
            }

            foreach (var seat in poll.Called(table).Where(s => roster.Mandates.GetValueOrDefault(s.Id)?.Allows(turn.Actor.Id) == true))
            {
                var standing = (await polls.AnswerOf(roster.Territory.Id, poll.Id, seat.Id, cancel))?.Value;
                views.Add(new SeatPoll(poll, table, seat, standing?.Counts(roster) == true ? standing : null, roster));
            }
        }

        return views;
    }

    // A number that two dates of the poll share says neither.
    private List<SlotAnswer> SaidOf(SeatPoll view, TextTurn turn, bool yes) =>
    [
        .. from said in Said(turn, yes)
           let slots = view.Poll.Ahead(clock.GetUtcNow()).Where(s => SessionsInReach.Names(said.Date, DayOf(s, view.Zone))).ToList()
           where slots.Count == 1
           select new SlotAnswer(slots[0].Id, said.Value),
    ];

    /// <summary>
    /// What is said of each date: by the words before it (« ok pour le 14, pas le 21 »), or, where nothing leads the first,
    /// by those after (« le 14 ok, le 21 non »). « et » goes on with what was said before.
    /// </summary>
    private static List<(DateFound Date, Availability Value)> Said(TextTurn turn, bool yes)
    {
        var dates = turn.Reading.Slots.When.Dates.OrderBy(d => d.Span.Start).ToList();
        var (said, current) = (new List<(DateFound, Availability)>(), yes ? Availability.Yes : Availability.No);
        var leads = dates.Count > 0 && Value(turn.Text[..dates[0].Span.Start], current) is not null;
        for (var i = 0; i < dates.Count; i++)
        {
            var (from, to) = leads
                ? (i == 0 ? 0 : dates[i - 1].Span.End, dates[i].Span.Start)
                : (dates[i].Span.End, i + 1 < dates.Count ? dates[i + 1].Span.Start : turn.Text.Length);
            current = Value(turn.Text[Math.Min(from, to)..to], current) ?? current;
            said.Add((dates[i], current));
        }

        return said;
    }

    private static Availability? Value(string words, Availability before)
    {
        var plain = $" {FrenchText.Read(words).Plain} ";
        bool Has(string word) => plain.Contains($" {word} ", StringComparison.Ordinal);
        return Array.Exists(Maybes, Has) ? Availability.IfNeeded
            : Array.Exists(Noes, Has) ? Availability.No
            : Array.Exists(Yeses, Has) ? Availability.Yes
            : Has("mais") ? before == Availability.No ? Availability.Yes : Availability.No
            : null;
    }

    private static DateOnly DayOf(Slot slot, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(slot.Start, zone).DateTime);
}
