using Concertation.Domain.Notices;
using Concertation.Domain.Votes;
using Concertation.Work.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Work.Votes;

/// <summary>Everything a ballot needs from its opening to its decision.</summary>
internal static class VotesWork
{
    public static IServiceCollection AddVotes(this IServiceCollection services) => services
        .AddRights()
        .AddSingleton<ProposalCheck>()
        .AddSingleton<BallotOpening>()
        .AddSingleton<OpenBallot>()
        .AddSingleton<OpenNextRound>()
        .AddSingleton<SuggestProposal>()
        .AddSingleton<AcceptSuggestion>()
        .AddSingleton<DeclineSuggestion>()
        .AddSingleton<CastVote>()
        .AddSingleton<ShowBallot>()
        .AddSingleton<CloseBallot>()
        .AddSingleton<BallotEdge>().AddSingleton<ExtendBallot>().AddSingleton<RemindVoters>().AddSingleton<RenewLinks>()
        .AddSingleton<CountBallot>()
        .AddSingleton<GroundDecision>()
        .AddSingleton<WithdrawBallot>()
        .AddSingleton<DecideTie>()
        .AddSingleton<AnswersOfBallot>()
        .AddSingleton<IUpkeep, CloseDueBallot>().AddSingleton<IUpkeep, CloseCompleteBallot>().AddSingleton<IUpkeep, NudgeVoters>()
        .AddSingleton<PostBallot>().AddSingleton<IUpkeep, ShowPosts>().AddSingleton<IEffectHandler, PostWhereHeld>()
        .AddSingleton<IEffectHandler, TellExtended>().AddSingleton<INoticeContent, ExtendedContent>()
        .AddSingleton<IEffectHandler, TellSilentSeats>().AddSingleton<INoticeContent, VoteReminderContent>()
        .AddSingleton<IEffectHandler, TellLinkRenewed>().AddSingleton<INoticeContent, LinkRenewedContent>()
        .AddSingleton<IEffectHandler, TellOpened>()
        .AddSingleton<IEffectHandler, TellWithdrawn>()
        .AddSingleton<IEffectHandler, TellSuggested>()
        .AddSingleton<IEffectHandler, TellDeclined>()
        .AddSingleton<IEffectHandler, SettleBallot>()
        .AddSingleton<IEffectHandler, RecordDecision>()
        .AddSingleton<IEffectHandler, KeepCarence>()
        .AddSingleton<INoticeContent, OpenedContent>()
        .AddSingleton<INoticeContent, WithdrawnContent>()
        .AddSingleton<INoticeContent, SuggestedContent>()
        .AddSingleton<INoticeContent, DeclinedContent>()
        .AddSingleton<INoticeContent, DecisionContent>()
        .AddSingleton<INoticeContent, CarenceContent>()
        .AddSingleton<INoticeContent, TieContent>();
}
