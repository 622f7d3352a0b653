using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Microsoft365.Cards.Choice;

namespace Concertation.Microsoft365.Votes;

/// <summary>Revokes a seat's personal links to a ballot.</summary>
public static class VoteLinksCard
{
    public const string SeatInput = "seat";

    public static AdaptiveCard Of(Ballot ballot, IReadOnlyList<Elector> electors, string? problem = null) => CardTrim.AsManyAsFit(
        electors.Count,
        most => Card(
            $"Liens du vote : {ballot.Title}",
            [
                problem is null ? null : Notice(NoticeKind.Attention, "Aucun lien n’est révoqué", problem),
                Heading(VoteTexts.Place(ballot), "Liens personnels de ce vote"),
                Lead(ballot.Title),
                PeopleText("Un courriel transféré, perdu ou parti à la mauvaise adresse ? Les liens déjà envoyés au siège cessent de fonctionner, et sa représentante ou son représentant en reçoit un nouveau."),
                new ChoiceSetInput(
                    SeatInput,
                    [.. electors.OrderBy(e => e.Structure, StringComparer.CurrentCulture).Take(most).Select(e => new Choice(PeoplesWords.AsLabel(e.Structure), e.Seat.Value))])
                {
                    Label = "Siège", IsRequired = true, ErrorMessage = "Choisissez le siège.", Placeholder = "Choisir",
                },
                Faint("Une réponse déjà donnée est conservée. Un lien cesse de lui-même avec le mandat de la personne."),
                Buttons(
                    new CardButton("Révoquer et renvoyer un lien", VoteVerbs.RenewLink, VoteVerbs.Of(ballot), ActionStyle.Positive),
                    new CardButton("Ne rien changer", VoteVerbs.Manage, VoteVerbs.Of(ballot)) { WithInputs = false }),
            ]));
}
