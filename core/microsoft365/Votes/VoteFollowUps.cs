using Concertation.Domain.Notices;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Votes;

/// <summary>What a seat is told when it is written to again about an open ballot.</summary>
public static class VoteFollowUps
{
    /// <summary>Above the card to vote on.</summary>
    public static CardElement Notice(EffectKind why, SeatBallot seen) => why switch
    {
        EffectKind.BallotExtended => CardPieces.Notice(NoticeKind.Neutral, "Le vote est prolongé", Extended(seen)),
        EffectKind.BallotReminder => CardPieces.Notice(NoticeKind.Warning, "Votre siège n’a pas encore répondu", Reminder(seen)),
        _ => CardPieces.Notice(NoticeKind.Neutral, "Ce vote attend votre siège"),
    };

    public static string Subject(EffectKind why, SeatBallot seen) => why switch
    {
        EffectKind.BallotExtended => $"Vote prolongé : {seen.Ballot.Title}",
        EffectKind.BallotReminder => $"Rappel, à vous de voter : {seen.Ballot.Title}",
        _ => $"Votre nouveau lien pour voter : {seen.Ballot.Title}",
    };

    public static string Mail(EffectKind why, SeatBallot seen, string? name, string url) => $"""
        Bonjour{(name is null ? "" : $" {name}")},

        {Why(why, seen)}

        {VoteTexts.Whole(seen.Ballot)}

        ({VoteTexts.Place(seen.Ballot)}. Vous répondez pour le siège : {seen.Elector.Structure}.)

        {(seen.Own is null ? "Pour voter, ouvrez votre page personnelle :" : seen.Ballot.IsSecret ? "Votre page personnelle :" : "Votre page personnelle, avec la réponse de votre siège :")}
        {url}

        Le vote est ouvert {VoteTexts.Until(seen.Ballot)}. Règle : {VoteTexts.Rules(seen.Ballot)}.{(seen.Ballot.IsSecret ? $"\n{VoteMails.Secretly(seen.Ballot)}" : "")}
        Ce lien est personnel : merci de ne pas le transférer.
        """;

    private static string Why(EffectKind why, SeatBallot seen) => why switch
    {
        EffectKind.BallotExtended => $"Le vote est prolongé. {Extended(seen)}",
        EffectKind.BallotReminder => $"Un vote se termine et votre siège n’a pas encore répondu. {Reminder(seen)}",
        _ => "Voici un nouveau lien pour voter. Celui que vous aviez reçu ne fonctionne plus.",
    };

    private static string Extended(SeatBallot seen) =>
        $"Il devait se clore le {French.DayAndTime(seen.Ballot.Form.ExtendedFrom!.Value, seen.Ballot.Labels.Zone)} ; il dure maintenant {VoteTexts.Until(seen.Ballot)}. "
        + (seen.Own is null ? "Votre siège n’a pas encore répondu." : "La réponse de votre siège est conservée.");

    private static string Reminder(SeatBallot seen) => $"Il se clôt le {French.DayAndTime(seen.Ballot.ClosesAt!.Value, seen.Ballot.Labels.Zone)}. S’abstenir est aussi une réponse : elle compte pour le quorum.";
}
