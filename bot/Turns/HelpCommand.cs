using Concertation.Microsoft365.Help;
using ConcertationBot.Language;

namespace ConcertationBot.Turns;

/// <summary>« aide »: everything this person can do here, in the words they would use.</summary>
public sealed class HelpCommand : ITextCommand
{
    private sealed record Part(string Title, params IReadOnlyList<IntentKind> Intents);

    // Those with a button.
    private static readonly HashSet<IntentKind> PilotsFirst =
        [IntentKind.Convene, IntentKind.Propose, IntentKind.Qualify, IntentKind.Ballots, IntentKind.Sessions, IntentKind.Roadmap];

    private static readonly HashSet<IntentKind> MembersFirst =
        [IntentKind.Sessions, IntentKind.Ballots, IntentKind.Report, IntentKind.Propose, IntentKind.Minutes, IntentKind.Roadmap];

    private static readonly Part[] ForPilots =
    [
        new(
            HelpTexts.Preparing, IntentKind.Convene, IntentKind.Sessions, IntentKind.PlanYear, IntentKind.Agenda, IntentKind.SuggestItem,
            IntentKind.WhoHasNotReplied, IntentKind.Remind, IntentKind.MoveSession, IntentKind.CancelSession, IntentKind.Calendar),
        new(
            HelpTexts.Holding, IntentKind.StartSession, IntentKind.Presence, IntentKind.NextItem, IntentKind.NoteDown, IntentKind.NoteAction,
            IntentKind.Consensus, IntentKind.EndSession),
        new(HelpTexts.Minutes, IntentKind.Minutes, IntentKind.Decisions, IntentKind.Escalations),
        new(
            HelpTexts.Deciding, IntentKind.Propose, IntentKind.Ballots, IntentKind.PostBallot, IntentKind.RemindVoters, IntentKind.ExtendBallot,
            IntentKind.CloseBallot, IntentKind.WithdrawBallot, IntentKind.Recuse),
        new(
            HelpTexts.Reporting, IntentKind.Qualify, IntentKind.GroupReports, IntentKind.SeparateReport, IntentKind.Clusters, IntentKind.ClusterOnAgenda,
            IntentKind.ReportLink, IntentKind.Report, IntentKind.StayAnonymous, IntentKind.MyReports, IntentKind.FollowUp, IntentKind.Observatory, IntentKind.Roadmap),
        new(HelpTexts.Directory, IntentKind.Directory, IntentKind.DirectoryGaps),
        new(HelpTexts.Data, IntentKind.Retention, IntentKind.ExportMyData, IntentKind.EraseMyData),
    ];

    private static readonly Part[] ForMembers =
    [
        new(
            HelpTexts.Sessions, IntentKind.Sessions, IntentKind.ReplyPresent, IntentKind.ReplyAbsent, IntentKind.ReplyRepresented, IntentKind.GiveProxy,
            IntentKind.TakeProxyBack, IntentKind.Agenda, IntentKind.SuggestItem, IntentKind.Minutes, IntentKind.Calendar),
        new(HelpTexts.Deciding, IntentKind.Ballots, IntentKind.CorrectVote, IntentKind.Recuse, IntentKind.Propose, IntentKind.Decisions),
        new(HelpTexts.Reporting, IntentKind.Report, IntentKind.StayAnonymous, IntentKind.MyReports, IntentKind.FollowUp, IntentKind.Observatory, IntentKind.Roadmap),
        new(HelpTexts.Directory, IntentKind.Directory),
        new(HelpTexts.Data, IntentKind.ExportMyData, IntentKind.EraseMyData),
    ];

    private static readonly Part[] ForPartners =
    [
        new(HelpTexts.Reporting, IntentKind.Report, IntentKind.StayAnonymous, IntentKind.MyReports, IntentKind.FollowUp, IntentKind.Observatory, IntentKind.Roadmap),
        new(HelpTexts.Directory, IntentKind.Directory),
        new(HelpTexts.Data, IntentKind.ExportMyData, IntentKind.EraseMyData),
    ];

    public Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var (greeting, parts, first) = turn switch
        {
            _ when turn.Roster.IsPilot(turn.Actor.Id) => (HelpTexts.ToPilots, ForPilots, PilotsFirst),
            { Actor.Person: not null } => (HelpTexts.ToMembers, ForMembers, MembersFirst),
            _ => (HelpTexts.ToPartners, ForPartners, [IntentKind.Report, IntentKind.MyReports, IntentKind.Roadmap]),
        };
        return Task.FromResult(Say.Only(HelpCard.Of(
            turn.Roster.Territory, greeting,
            [.. parts.Select(p => new HelpGroup(p.Title, [.. p.Intents.Select(i => TextCommands.Of(i).Entry with { First = first.Contains(i) })]))])));
    }
}
