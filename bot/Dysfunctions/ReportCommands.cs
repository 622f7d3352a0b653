using Concertation.Domain.Dysfunctions;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Work.Dysfunctions;
using ConcertationBot.Turns;

namespace ConcertationBot.Dysfunctions;

/// <summary>« signaler … », or just what happened: the form, filled with what the message says.</summary>
public sealed class ReportCommand(ReportForm forms, ReportInPublic inPublic) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel) => turn.Caller.IsPersonal
        ? Say.Only(await forms.From(turn.Text, turn.Actor, turn.Roster, turn.Operation, cancel))
        : await inPublic.Handle(turn, cancel);
}

/// <summary>« mes remontées », « où en est ma remontée de juin ? ».</summary>
public sealed class MyReportsCommand(FollowDysfunction follow, DysfunctionViews views) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var month = turn.Reading.Slots.Month?.Month;
        var mine = await follow.Mine(turn.Actor, turn.Roster, month, null, cancel);
        if (month is not null && mine is { Reports: [var only], Next: null })
        {
            return Say.Only(FollowUpCard.Of(await views.Of(only, turn.Roster, cancel)));
        }

        var waiting = month is null ? await follow.Waiting(turn.Actor, turn.Roster, null, cancel) : new ReportSlice([], null);
        return Say.Only(MyReportsCard.Of(turn.Roster, mine, waiting, month is { } m ? DysfunctionTexts.MonthName(m) : null));
    }
}

/// <summary>« suivi REM-2027-0042 »: for its reporter, the pilote and the deputies only.</summary>
public sealed class FollowUpCommand(FollowDysfunction follow, DysfunctionViews views, MyReportsCommand mine) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        if (turn.Reading.Slots.Reference is not { } written)
        {
            return await mine.Handle(turn, cancel);
        }

        // Whether it exists or belongs to somebody else, the answer is the same.
        return DysfunctionRef.Parse(written.ToString()) is { } reference
            && await follow.Handle(turn.Actor, turn.Roster, reference, cancel) is { } report
            ? Say.Only(turn.Roster.Handles(turn.Actor, report)
                ? await views.ForPilot(report, turn.Roster, cancel)
                : FollowUpCard.Of(await views.Of(report, turn.Roster, cancel)))
            : Say.Only(DysfunctionTexts.NotYours);
    }
}

/// <summary>« qualifier », « remontées à traiter », for the pilote: the report named, or what waits.</summary>
public sealed class QualifyCommand(FollowUpCommand followUp, FollowDysfunction follow, QueueLinks links) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        if (!turn.Roster.IsPilot(turn.Actor))
        {
            return Say.Only(DysfunctionTexts.PilotOnly);
        }

        if (turn.Reading.Slots.Reference is not null)
        {
            return await followUp.Handle(turn, cancel);
        }

        var waiting = await follow.Waiting(turn.Actor, turn.Roster, null, cancel);
        return waiting.Reports.Count == 0
            ? Say.Only(DysfunctionTexts.NothingWaits)
            : Say.Only(MyReportsCard.Of(turn.Roster, await follow.Mine(turn.Actor, turn.Roster, null, null, cancel), waiting,
                page: links.For(turn.Roster.Territory.Id, turn.Actor.Id)));
    }
}
