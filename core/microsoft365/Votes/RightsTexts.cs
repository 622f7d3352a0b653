using System.Globalization;
using Concertation.Domain.Meetings;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Microsoft365.Votes;

/// <summary>What is said about who answers for a seat: déports, proxies, consultative voices.</summary>
public static class RightsTexts
{
    public const string WhoVotes = "Qui vote";
    public const string Consultative = "Voix consultative : l’avis de ce siège est recueilli et compté à part, il ne décide pas.";
    public const string OutOfIt = "Ce siège ne prend pas part à ce vote";
    public const string WhichSeat = "Choisissez le siège qui ne prend pas part au vote.";
    public const string WhichHolder = "Choisissez le siège à qui vous donnez pouvoir.";
    public const string NoBallotToLeave =
        "Aucun vote n’est ouvert pour vous, et aucune séance à venir ne vous appelle : il n’y a pas de déport à noter.";
    public const string WhichToLeave = "De quel vote vous déportez-vous ?";
    public const string WhichForProxy = "Pour quel vote donnez-vous pouvoir ?";
    public const string WhatRecusalDoes =
        "Un siège qui se déporte, par exemple pour un conflit d’intérêts, ne vote pas et n’est pas compté pour le quorum. Sa réponse, s’il en a donné une, est retirée. Le déport figure au compte rendu ; la raison n’est pas demandée.";
    public const string UntilWhen =
        "Le déport peut être repris tant que le vote est ouvert ; la réponse retirée ne revient pas, le siège répond de nouveau.";

    public static string Recused(Recusal recusal, TimeZoneInfo zone) =>
        $"Déport noté par {recusal.ByName}, le {French.DayAndTime(recusal.At, zone)}. Le siège n’est compté ni parmi les votants ni pour le quorum.";

    /// <summary>The same on a seat's own card, with who may take it back where that isn't the reader.</summary>
    public static string Recused(Recusal recusal, bool open, TimeZoneInfo zone) =>
        Recused(recusal, zone) + (open && !recusal.Own ? " Seule la personne qui pilote peut reprendre ce déport." : "");

    /// <summary>« Déport noté par Nolwenn Exemple le …, repris par Katell Songevrac le … »; null where none was taken back.</summary>
    public static string? TakenBack(Elector seat, TimeZoneInfo zone) => seat.TakenBack is not [.., var back] ? null
        : $"Déport noté par {back.Recusal.ByName} le {French.DayAndTime(back.Recusal.At, zone)}, repris par {back.ByName} le {French.DayAndTime(back.At, zone)}.";

    public static string GivenTo(BallotProxy proxy) => $"Pouvoir donné à {proxy.ToStructure}";

    public static string GivenBy(BallotProxy proxy, TimeZoneInfo zone) =>
        $"Donné par {proxy.ByName}, le {French.DayAndTime(proxy.At, zone)}, {(proxy.Scope == ProxyScope.Session ? "pour la séance" : "pour ce vote")}.";

    /// <summary>What the giver may still do.</summary>
    public static string Revocable(bool used) => used
        ? "Ce siège a voté avec ce pouvoir : il ne se reprend plus."
        : "Vous pouvez le reprendre jusqu’à la clôture, tant que ce siège n’a pas voté avec.";

    public static string ByProxy(SeatBallot seen) =>
        $"{seen.Elector.Structure} vous a donné pouvoir : votre réponse est celle de ce siège, et le vote dit qu’elle est donnée par pouvoir.";

    /// <summary>« 14 sièges votants, 16 voix ».</summary>
    public static string Voting(Electorate electorate) =>
        $"{French.Count(electorate.Voting.Count(), "siège votant", "sièges votants")}, {electorate.Weight.ToString(CultureInfo.InvariantCulture)} voix";

    /// <summary>« 7 réponses sur 14 sièges », or that none is asked.</summary>
    public static string Quorum(Ballot ballot) => ballot switch
    {
        { SecondCall: true } => "Aucun : seconde convocation",
        { Quorum.Overall: > 0 } => $"{French.Count(VoteRules.Needed(ballot.Seats, ballot.Quorum.Overall), "réponse", "réponses")} sur {French.Count(ballot.Seats, "siège", "sièges")}",
        _ => "Aucun",
    };

    public static string Quorum(CollegeTurnout college) => college.Needed == 0
        ? French.Count(college.Seats, "siège", "sièges")
        : $"{French.Count(college.Needed, "réponse", "réponses")} sur {French.Count(college.Seats, "siège", "sièges")}";

    /// <summary>« voix consultative », « 2 voix, pouvoir donné à CLIC ».</summary>
    public static string Right(Elector seat)
    {
        var voice = seat.Voice == Voice.Consultative ? "voix consultative" : $"{seat.Weight.ToString(CultureInfo.InvariantCulture)} voix";
        return seat.Recused is not null ? $"{voice}, déport"
            : seat.Proxy is { To: not null } proxy ? $"{voice}, pouvoir donné à {proxy.ToStructure}"
            : seat.TakenBack is not null ? $"{voice}, déport noté puis repris"
            : voice;
    }

    /// <summary>Who gave the seat's answer: « Katell Songevrac, par pouvoir donné à CLIC ».</summary>
    public static string By(Elector seat, Vote vote) => vote.ByName
        + (vote.ProxyOf is null ? "" : $", par pouvoir donné à {seat.Proxy?.ToStructure ?? vote.ProxyOf.Value.Value}")
        + (seat.Voice == Voice.Consultative ? ", voix consultative" : "");

    /// <summary>Of a seat without answer.</summary>
    public static string Silent(Elector seat) => seat.Recused is not null ? "déport" : "n’a pas répondu";

    /// <summary>What an outcome says of the seats that decided nothing; null where there are none.</summary>
    public static string? Apart(Outcome outcome)
    {
        var consultative = outcome.Consultative is { Options: { } options } chosen
            ? $"Voix consultatives : {string.Join(" ; ", options.Select((o, i) => $"option {i + 1}, {French.Count(o.Weight, "siège", "sièges")}"))}, {French.Count(chosen.Abstain, "abstention", "abstentions")}."
            : outcome.Consultative is { } heard ? $"Voix consultatives : {French.Count(heard.For, "favorable", "favorables")}, {French.Count(heard.Against, "défavorable", "défavorables")}, {French.Count(heard.Abstain, "abstention", "abstentions")}, sur {French.Count(heard.Seats, "siège", "sièges")}."
            : null;
        var recused = outcome.Recused is { } seats ? $"Déport : {French.Count(seats, "siège", "sièges")}." : null;
        return consultative is null && recused is null ? null : string.Join(' ', new[] { consultative, recused }.OfType<string>());
    }

    public static string Done(SeatId seat, Electorate electorate) =>
        $"C’est noté : {Name(seat, electorate)} ne prend pas part à ce vote.";

    public static string Returned(SeatId seat, Electorate electorate) =>
        $"C’est noté : {Name(seat, electorate)} prend de nouveau part à ce vote.";

    public static string Given(SeatId from, SeatId to, Electorate electorate) =>
        $"C’est noté : {Name(to, electorate)} a pouvoir pour {Name(from, electorate)} dans ce vote.";

    public static string TakenBack(SeatId from, Electorate electorate) => $"C’est noté : {Name(from, electorate)} répond à nouveau lui-même.";

    public static string Refusal(RightsObstacle why, int most) => why switch
    {
        RightsObstacle.NoSuchHolder => "Un pouvoir se donne d’un siège à voix délibérative à un autre, qui prend part à ce vote et que quelqu’un représente.",
        RightsObstacle.HasAnswered => "Ce siège a déjà répondu : il n’y a plus de pouvoir à donner pour ce vote.",
        RightsObstacle.HolderAway => "Ce siège a lui-même donné pouvoir : choisissez-en un autre.",
        RightsObstacle.HoldsOthers => "Votre siège porte déjà le pouvoir d’un autre : il ne peut pas donner le sien.",
        RightsObstacle.Full when most == 0 => "Cette table n’accepte pas de pouvoir.",
        RightsObstacle.Full => $"Ce siège a déjà {French.Count(most, "pouvoir", "pouvoirs")}, le maximum à cette table. Choisissez-en un autre.",
        RightsObstacle.Attends => "Votre siège est présent à la séance : il vote lui-même, il n’y a pas de pouvoir à donner.",
        RightsObstacle.Used => "Le pouvoir a servi : le siège qui le porte a voté avec. Il ne se reprend plus.",
        RightsObstacle.Sealed => "Ce siège a répondu à un vote secret : sa réponse ne peut plus en être retirée.",
        RightsObstacle.NotedByConvener => "Ce déport a été noté par la personne qui pilote : elle seule peut le reprendre.",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "no such obstacle"),
    };

    public static string Refusal(RecusalRefusal refusal) => refusal switch
    {
        RecusalRefusal.NotFound => SessionTexts.NoSession,
        RecusalRefusal.NotYours => SessionTexts.NotYourSeat,
        RecusalRefusal.Cancelled => "Cette séance a été annulée : il n’y a pas de déport à noter.",
        RecusalRefusal.NoSuchItem => "Choisissez un point de l’ordre du jour.",
        RecusalRefusal.NoSuchSeat => "Choisissez un siège appelé à cette séance.",
        RecusalRefusal.MinutesWritten => "Le compte rendu de cette séance est déjà rédigé : les déports n’y changent plus.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "no such refusal"),
    };

    private static string Name(SeatId seat, Electorate electorate) =>
        electorate.Seats.FirstOrDefault(s => s.Seat == seat)?.Structure ?? seat.Value;
}
