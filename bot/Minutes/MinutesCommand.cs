using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Minutes;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Minutes;

/// <summary>« compte rendu », « CR de la TCT du 14 »: the one that waits to be written, else the latest, else asked.</summary>
public sealed class MinutesCommand(ISessions sessions, IMeetings meetings, IMinutes minutes, MinutesViews views, TimeProvider clock) : ITextCommand
{
    private static readonly TimeSpan Since = TimeSpan.FromDays(180);
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(24);

    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        if (turn.Actor.Person is null)
        {
            return Say.Only(MinutesTexts.ForMembers);
        }

        var past = await Past(turn, cancel);
        var meant = SessionsInReach.Meant(past, s => s, turn.Reading.Slots, turn.Roster.Zone);
        var unwritten = turn.Reading.Slots.When.Dates.Count == 0 ? await Unwritten(turn, meant, cancel) : [];
        var candidates = unwritten.Count == 1 ? unwritten : meant;
        return candidates switch
        {
            [] => Say.Only(ConveneForms.TablesOf(turn.Actor, turn.Roster).Count > 0 ? MinutesTexts.NoneToWrite : MinutesTexts.NoneToRead),
            [var only] when await views.Of(turn.Actor, turn.Roster, only, turn.Roster.TableOf(only.Table)!, cancel) is { } view => Say.Only(MinutesCards.Of(view)),
            [_] => Say.Only(MinutesTexts.NotOpenToYou),
            var several => Say.Only(SessionLists.Which(turn.Roster, MinutesTexts.Which, several, MinutesVerbs.Show)),
        };
    }

    private async Task<IReadOnlyList<Session>> Past(TextTurn turn, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var convened = (await sessions.All(turn.Roster.Territory.Id, cancel)).Where(s =>
            s.State == SessionState.Convened && s.Start - now <= Ahead && now - s.Start < Since
            && turn.Roster.TableOf(s.Table) is { } table && s.IsOpenTo(turn.Actor.Id, table, turn.Roster)).ToList();
        // Begun before its hour, it has minutes too.
        var early = convened.Where(s => s.Start > now).ToList();
        var runs = await Task.WhenAll(early.Select(s => meetings.RunOf(s.Territory, s.Id, cancel)));
        var notBegun = early.Zip(runs).Where(one => one.Second is null).Select(one => one.First.Id).ToHashSet();
        var all = convened.Where(s => !notBegun.Contains(s.Id)).ToList();
        var circulated = (await minutes.All(turn.Roster.Territory.Id, cancel)).Where(m => m.CirculatedVersion > 0).Select(m => m.Session).ToHashSet();
        return [.. all.Where(s => circulated.Contains(s.Id) || Convenes(turn, s)).OrderByDescending(s => s.Start)];
    }

    private async Task<IReadOnlyList<Session>> Unwritten(TextTurn turn, IReadOnlyList<Session> among, CancellationToken cancel)
    {
        var circulated = (await minutes.All(turn.Roster.Territory.Id, cancel)).Where(m => m.CirculatedVersion > 0).Select(m => m.Session).ToHashSet();
        return [.. among.Where(s => Convenes(turn, s) && !circulated.Contains(s.Id))];
    }

    private static bool Convenes(TextTurn turn, Session session) =>
        turn.Roster.TableOf(session.Table) is { } table && turn.Roster.MayConvene(turn.Actor.Id, table);
}
