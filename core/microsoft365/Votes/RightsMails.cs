using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Votes;

/// <summary>Déports and proxies, as the people of a seat are told of them.</summary>
public static class RightsMails
{
    public static string ProxySubject(SeatBallot seen) => $"Pouvoir reçu : {seen.Ballot.Title}";

    public static string Proxy(SeatBallot seen, string? name, string url) => $"""
        Bonjour{(name is null ? "" : $" {name}")},

        {seen.Elector.Structure} vous a donné pouvoir pour ce vote ({VoteTexts.Place(seen.Ballot)}) :

        {VoteTexts.Whole(seen.Ballot)}

        Pour répondre à sa place, ouvrez cette page personnelle :
        {url}

        Le vote est ouvert {VoteTexts.Until(seen.Ballot)}. Votre propre siège répond à part.
        Ce lien est personnel : merci de ne pas le transférer.
        """;

    public static string RecusedSubject(Ballot ballot) => $"Déport noté : {ballot.Title}";

    public static string Recused(Ballot ballot, Elector seat) =>
        $"Bonjour,\n\n{seat.Structure} ne prend pas part au vote « {ballot.Title} » ({VoteTexts.Place(ballot)}).\n\n"
        + RightsTexts.Recused(seat.Recused!, ballot.Labels.Zone);

    public static string ReturnedSubject(Ballot ballot) => $"Déport repris, à vous de voter : {ballot.Title}";

    public static string Returned(SeatBallot seen, string? name, string url) => $"""
        Bonjour{(name is null ? "" : $" {name}")},

        {seen.Elector.Structure} prend de nouveau part à ce vote ({VoteTexts.Place(seen.Ballot)}) :

        {VoteTexts.Whole(seen.Ballot)}

        {RightsTexts.TakenBack(seen.Elector, seen.Ballot.Labels.Zone)}
        Une réponse donnée avant le déport n’est plus comptée. Pour répondre, ouvrez cette page personnelle :
        {url}

        Le vote est ouvert {VoteTexts.Until(seen.Ballot)}.
        Ce lien est personnel : merci de ne pas le transférer.
        """;

    public static AdaptiveCard RecusedCard(Ballot ballot, Elector seat) => CardTrim.Fit(Card(
        $"Déport noté : {ballot.Title}",
        Heading(VoteTexts.Place(ballot), "Déport noté"),
        Lead(ballot.Title),
        Line(Run("Siège : "), Strong(seat.Structure)),
        Notice(NoticeKind.Warning, RightsTexts.OutOfIt, RightsTexts.Recused(seat.Recused!, ballot.Labels.Zone))));
}
