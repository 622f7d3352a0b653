using Concertation.Microsoft365.Help;
using ConcertationBot.Language;

namespace ConcertationBot.Turns;

/// <summary>« aide »: what this person can do here, in the words they would use.</summary>
public sealed class HelpCommand : ITextCommand
{
    // The first six have a button.
    private static readonly IntentKind[] ForPilots =
    [
        IntentKind.Convene, IntentKind.Propose, IntentKind.Qualify, IntentKind.Ballots, IntentKind.Sessions, IntentKind.Roadmap,
        IntentKind.WhoHasNotReplied, IntentKind.MoveSession, IntentKind.CancelSession, IntentKind.CloseBallot,
        IntentKind.WithdrawBallot, IntentKind.Decisions,
    ];

    private static readonly IntentKind[] ForMembers =
        [IntentKind.Sessions, IntentKind.Ballots, IntentKind.Report, IntentKind.Propose, IntentKind.Roadmap, IntentKind.Decisions];

    private static readonly IntentKind[] ForPartners =
        [IntentKind.Report, IntentKind.MyReports, IntentKind.Roadmap];

    public Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var (greeting, intents) = turn switch
        {
            _ when turn.Roster.IsPilot(turn.Actor.Id) => (
                "Vous pilotez la concertation : convoquez, mettez au vote, suivez les réponses. Écrivez simplement ce que vous voulez faire.",
                ForPilots),
            { Actor.Person: not null } => (
                "Vous siégez à une table : répondez aux convocations, votez, signalez ce qui ne va pas. Écrivez simplement ce que vous voulez faire.",
                ForMembers),
            _ => (
                "Signalez ici ce qui bloque dans un parcours : dites ce qui s’est passé, sans nommer personne. Vous saurez ce que la table en a décidé.",
                ForPartners),
        };
        return Task.FromResult(Say.Only(HelpCard.Of(
            turn.Roster.Territory, greeting, [.. intents.Select(i => TextCommands.Of(i)).Distinct().Select(c => c.Entry)])));
    }
}
