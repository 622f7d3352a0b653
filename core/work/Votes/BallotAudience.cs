using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Work.Votes;

/// <summary>Who is told what about a ballot (rule 2).</summary>
internal static class BallotAudience
{
    /// <summary>
    /// Who is written to for a seat: its holder, or its substitute when the holder can't be reached at all; null for an
    /// empty seat.
    /// </summary>
    public static PersonId? For(Roster roster, SeatId seat)
    {
        if (!roster.Mandates.TryGetValue(seat, out var mandate))
        {
            return null;
        }

        return !IsReachable(roster, mandate.Holder) && mandate.Substitute is { } substitute && IsReachable(roster, substitute)
            ? substitute.Id
            : mandate.Holder.Id;
    }

    /// <summary>
    /// Everyone who learns the outcome: the whole table and whoever convenes it; of an item in huis clos, only the
    /// seats called and the conveners.
    /// </summary>
    public static IReadOnlyList<PersonId> OfOutcome(Roster roster, Ballot ballot, Session? session)
    {
        if (roster.TableOf(ballot.Table) is not { } table)
        {
            return [];
        }

        var seats = ballot.Labels.InCamera ? Called(table, session) : table.Seats;
        return [.. seats.Select(s => For(roster, s.Id)).OfType<PersonId>().Concat(Conveners(roster, ballot)).Distinct()];
    }

    /// <summary>The pilote, and whoever opened the ballot.</summary>
    public static IEnumerable<PersonId> Conveners(Roster roster, Ballot ballot) =>
        new[] { (PersonId?)roster.Territory.Pilot, ballot.OpenedBy }.OfType<PersonId>().Distinct();

    /// <summary>A session's votes are for its seats, and for those who convene (rule 2).</summary>
    public static bool MaySeeAnswers(Roster roster, Ballot ballot, Session? session, PersonId person)
    {
        if (roster.TableOf(ballot.Table) is not { } table)
        {
            return false;
        }

        var called = Called(table, session).Select(s => s.Id).ToHashSet();
        return roster.MayConvene(person, table) || roster.SeatsOf(person).Any(s => called.Contains(s.Seat.Id));
    }

    private static IEnumerable<Seat> Called(Table table, Session? session) => session?.Called(table) ?? table.Seats;

    private static bool IsReachable(Roster roster, Person person)
    {
        var known = roster.PersonOf(person.Id) ?? person;
        return known.Mail is not null || known.EntraId is not null;
    }
}
