using ConcertationBot.Decisions;

namespace ConcertationBot.Votes;

/// <summary>What the clicks and commands of ballots and decisions share.</summary>
public static class VotesRegistration
{
    public static IServiceCollection AddVoteTurns(this IServiceCollection services) => services
        .AddSingleton<BallotsInReach>()
        .AddSingleton<BallotCards>()
        .AddSingleton<GroupVoters>()
        .AddSingleton<RightsCards>()
        .AddSingleton<BallotProxyWords>()
        .AddSingleton<VoteInWords>()
        .AddSingleton<VoteLinkRights>()
        .AddSingleton<ProposeForms>()
        .AddSingleton<RegistersInReach>().AddSingleton<SaidToHaveRead>()
        .AddSingleton<EscalationsInReach>();
}
