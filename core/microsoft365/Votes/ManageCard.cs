using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Votes;

/// <summary>A ballot as its convener follows it: the turnout, and the two acts that end it.</summary>
public static class ManageCard
{
    /// <summary>The name under which the reason of a withdrawal travels.</summary>
    public const string ReasonInput = "reason";

    private const string NotYetReceived = "Tout le monde ne l’a pas encore reçu";

    public static AdaptiveCard Of(
        Ballot ballot, int answered, DateTimeOffset now, string? memberId = null, CardElement? notice = null)
    {
        var open = !ballot.IsOver(now);
        return CardTrim.Fit(Card(
            $"Vote : {ballot.Title}",
            notice,
            Heading(VoteTexts.Place(ballot), "Suivi du vote", new(VoteTexts.State(ballot, now))),
            Lead(ballot.Title),
            OutcomePieces.Text(ballot.Title, ballot.Text),
            TermTexts.Options(ballot) is { } options ? PeopleText(options) : null,
            VoteCard.Reworded(ballot),
            Facts([
                ("Axe", ballot.Labels.Axis),
                ("Clôture", VoteTexts.Closing(ballot)),
                ("Règle", VoteTexts.Rules(ballot)),
                ("Participation", VoteTexts.Turnout(answered, ballot.Seats)),
                ("Déports", ballot.Recused > 0 ? French.Count(ballot.Recused, "siège", "sièges") : null),
                .. TermTexts.Facts(ballot),
            ]),
            open && Waits(ballot, now) is { } later ? Notice(NoticeKind.Warning, NotYetReceived, later) : null,
            open && SecretTexts.FewSeats(ballot) is { } few ? Notice(NoticeKind.Warning, few, null) : null,
            open && ballot.IsSecret ? Faint($"{SecretTexts.ForConvener} {SecretTexts.BeforeOpening}")
                : open ? Faint("Qui a répondu quoi reste inconnu de tous jusqu’à la clôture, de vous aussi.") : null,
            SecretTexts.Waits(ballot) is { } waits ? Notice(NoticeKind.Neutral, SecretTexts.WaitsTitle, waits) : null,
            ballot.Outcome is { } outcome ? OutcomePieces.Verdict(outcome) : null,
            ballot.Outcome is { } given ? OutcomePieces.Reveals(ballot, given) : null,
            OpenNextRound.MayFollow(ballot) ? OutcomeCard.NextRound(ballot) : null,
            open
                ? Buttons(
                    new CardButton("Actualiser", VoteVerbs.Manage, VoteVerbs.Of(ballot)),
                    ballot.Form.ExtendedFrom is null ? new CardButton("Prolonger…", VoteVerbs.ExtendForm, VoteVerbs.Of(ballot)) : null,
                    new CardButton("Relancer…", VoteVerbs.RemindForm, VoteVerbs.Of(ballot)),
                    new CardButton("Liens…", VoteVerbs.Links, VoteVerbs.Of(ballot)),
                    new CardButton("Clore maintenant", VoteVerbs.Close, VoteVerbs.Of(ballot)),
                    new CardButton(RightsTexts.WhoVotes, VoteVerbs.Electors, VoteVerbs.Of(ballot)),
                    new CardButton("Noter un déport…", VoteVerbs.AskRecuse, VoteVerbs.Of(ballot)) { Aside = true },
                    new CardButton("Retirer…", VoteVerbs.AskWithdraw, VoteVerbs.Of(ballot), ActionStyle.Destructive))
                : SecretTexts.Waits(ballot) is null ? null
                : Buttons(new CardButton("Actualiser", VoteVerbs.Manage, VoteVerbs.Of(ballot)))))
            .RefreshedFor(memberId, VoteVerbs.Manage, VoteVerbs.Of(ballot));
    }

    /// <summary>What closing it now would do to those who are told of it later; null when nobody is.</summary>
    private static string? Waits(Ballot ballot, DateTimeOffset now) => ballot.Form.OftenToldFrom is { } later && later > now
        ? SolicitationTexts.BallotWaits(later, ballot.Labels.Zone)
        : null;

    /// <summary>Asks whether to close a ballot for which answers are still awaited.</summary>
    public static AdaptiveCard AskClose(Ballot ballot, int answered, DateTimeOffset now) => Card(
        $"Clore le vote : {ballot.Title}",
        Heading(VoteTexts.Place(ballot), "Clore ce vote maintenant ?"),
        Lead(ballot.Title),
        Facts(("Clôture", VoteTexts.Closing(ballot)), ("Règle", VoteTexts.Rules(ballot)), ("Participation", VoteTexts.Turnout(answered, ballot.Seats))),
        Waits(ballot, now) is { } later ? Notice(NoticeKind.Warning, NotYetReceived, later) : null,
        Faint(VoteTexts.ClosesForGood),
        Buttons(
            new CardButton("Clore maintenant", VoteVerbs.Close, VoteVerbs.Of(ballot), ActionStyle.Destructive),
            new CardButton("Le laisser ouvert", VoteVerbs.Manage, VoteVerbs.Of(ballot))));

    /// <summary>Asks why a ballot is withdrawn, before it is.</summary>
    /// <param name="problem">Why what was typed can't be taken; null at first.</param>
    public static AdaptiveCard AskWithdraw(Ballot ballot, string? typed = null, string? problem = null) => Card(
        $"Retirer le vote : {ballot.Title}",
        problem is null ? null : Notice(NoticeKind.Attention, "Le vote n’est pas retiré", problem),
        Heading(VoteTexts.Place(ballot), "Retirer ce vote"),
        Lead(ballot.Title),
        Faint("Rien ne sera compté. Les votants recevront votre explication."),
        new TextInput(ReasonInput)
        {
            Label = "Pourquoi le retirer ?", IsMultiline = true, MaxLength = WithdrawBallot.MostReason, IsRequired = true,
            ErrorMessage = "Dites en une phrase pourquoi.", Value = typed,
        },
        Buttons(
            new CardButton("Retirer le vote", VoteVerbs.Withdraw, VoteVerbs.Of(ballot), ActionStyle.Destructive),
            new CardButton("Le laisser ouvert", VoteVerbs.Manage, VoteVerbs.Of(ballot)) { WithInputs = false }));

    /// <summary>What voters see of a ballot that was withdrawn.</summary>
    public static AdaptiveCard Withdrawn(Ballot ballot) => CardTrim.Fit(Card(
        $"Vote retiré : {ballot.Title}",
        Heading(VoteTexts.Place(ballot), "Vote retiré"),
        Lead(ballot.Title),
        Notice(NoticeKind.Warning, "Ce vote a été retiré", ballot.WithdrawReason),
        Faint("Aucune réponse n’est comptée.")));

    /// <summary>Even voices, where the chair decides.</summary>
    public static AdaptiveCard Tie(Ballot ballot, Outcome outcome) => CardTrim.Fit(Card(
        $"Partage des voix : {ballot.Title}",
        Heading(VoteTexts.Place(ballot), "À vous de trancher"),
        Lead(ballot.Title),
        OutcomePieces.Text(ballot.Title, ballot.Text),
        OutcomePieces.Verdict(outcome),
        Faint("Dans cette table, la présidence tranche quand les voix sont partagées. Votre réponse est définitive."),
        ballot.Form.Options is null
            ? Buttons(
                new CardButton("Adopter", VoteVerbs.Tie, VoteVerbs.Of(ballot).With("adopt", "oui")),
                new CardButton("Rejeter", VoteVerbs.Tie, VoteVerbs.Of(ballot).With("adopt", "non")))
            : Buttons(VoteRules.Leading(outcome).Select(i => (CardAction?)new CardButton(
                $"Option {i + 1}", VoteVerbs.Tie, VoteVerbs.Of(ballot).With("option", i.ToString(French.Culture)))))));
}
