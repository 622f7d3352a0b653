using Concertation.Domain.Decisions;
using Concertation.Domain.Roadmap;

namespace Concertation.Microsoft365.Decisions;

/// <summary>What is said of a decision after it was recorded.</summary>
public static class FollowDecisionTexts
{
    public const string Read = "J’ai pris connaissance";

    public const string ReadNoted = "C’est noté : vous avez pris connaissance de cette décision.";

    public const string InCamera = "Décision prise à huis clos : son texte n’est lu que par les sièges appelés.";

    public static string State(ReviewState state) => state switch
    {
        ReviewState.Applied => "Appliquée",
        ReviewState.Partly => "Appliquée en partie",
        _ => "Non appliquée",
    };

    /// <summary>« Appliquée en partie : deux services sur trois ».</summary>
    public static string Became(ReviewOnAxis review) => Became(review.State, review.Effect);

    public static string Became(DecisionReview review) => Became(review.State, review.Effect);

    /// <summary>« réserve levée le 12/12/2026 », « réponse attendue le … ».</summary>
    public static string Became(ReserveKept reserve, TimeZoneInfo zone) => reserve.Answer switch
    {
        null => $"réponse attendue le {French.ShortDay(reserve.Until)}",
        { Confirmed: true } answer => $"réserve levée le {French.ShortDay(answer.At, zone)}, l’accord est confirmé",
        { By: null } answer => $"réserve caduque depuis le {French.ShortDay(answer.At, zone)}, restée sans réponse",
        var answer => $"accord non confirmé le {French.ShortDay(answer.At, zone)}",
    };

    public static string Refused(FollowRefusal why) => why switch
    {
        FollowRefusal.NotFound => "Cette décision n’existe pas ou plus.",
        FollowRefusal.NotYours => "Cette réponse revient à d’autres : à qui la décision est adressée, au siège qui l’a portée ou qui a voté sous réserve.",
        FollowRefusal.NotValidated => "Une autre table est appelée à valider cette décision, et ne l’a pas validée : il n’y a encore rien à en dire. Rien n’a changé.",
        FollowRefusal.Answered => "Cette réserve a déjà reçu sa réponse, ou elle est caduque : rien n’a changé.",
        FollowRefusal.TooLong => $"L’effet tient en {DecisionReview.MostEffect} caractères au plus : raccourcissez-le, puis renvoyez.",
        FollowRefusal.PersonalData => "Ce texte semble désigner une personne. Dites ce qui a changé sans nommer personne, puis renvoyez.",
        _ => "Tout le monde en a pris connaissance : il n’y a personne à relancer.",
    };

    public static string Answered(bool confirmed) => confirmed
        ? "La réserve est levée : l’accord est confirmé. La décision le montre."
        : "La réserve n’est pas confirmée. La décision le montre ; elle-même ne change pas.";

    public static string AskReview(Decision decision) =>
        $"La date de revue de {DecisionTexts.Number(decision)} est arrivée. A-t-elle été appliquée, et qu’est-ce que cela a changé ?";

    public static string AskReserve(ReserveKept reserve) =>
        $"{reserve.Structure} a voté favorable sous réserve, réponse le {French.ShortDay(reserve.Until)}. Votre gouvernance a-t-elle confirmé ? "
        + $"Sans réponse, la réserve sera caduque {FollowDays.LapseDays} jours après cette date.";

    /// <summary>For the pilote: « Appliquée en partie : deux services sur trois (Yann Kerimagin). »</summary>
    public static string Told(DecisionReview review) => $"{Became(review)} ({review.ByName}).";

    /// <summary>For the pilote: « Centre hospitalier : réserve levée le 12/12/2026, l’accord est confirmé. »</summary>
    public static string Told(ReserveKept reserve, TimeZoneInfo zone) => $"{reserve.Structure} : {Became(reserve, zone)}.";

    private static string Became(ReviewState state, string? effect) => effect is null ? State(state) : $"{State(state)} : {effect}";
}
