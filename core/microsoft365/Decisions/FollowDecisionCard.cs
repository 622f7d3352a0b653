using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using static Concertation.Microsoft365.Cards.CardPieces;
using static Concertation.Microsoft365.Decisions.FollowDecisionVerbs;

namespace Concertation.Microsoft365.Decisions;

/// <summary>What a decision asks of one person after it was recorded; for the pilote, who has read it.</summary>
public static class FollowDecisionCard
{
    private const int MostNames = 50;

    /// <param name="asks">The reader was asked what became of it; else only what was answered is shown.</param>
    /// <param name="said">What has just been done.</param>
    /// <param name="problem">Why what was asked wasn't done.</param>
    /// <param name="effect">What was typed, when it is to be mended.</param>
    public static AdaptiveCard Of(
        DecisionFollowed seen, PersonId reader, bool asks = false, string? said = null, string? problem = null, string? effect = null)
    {
        var decision = seen.Decision;
        var reads = seen.MayRead(reader);
        return CardTrim.Fit(Card(
            $"{DecisionTexts.Number(decision)} : {(reads ? decision.Name : FollowDecisionTexts.InCamera)}",
            [
                said is null ? null : Notice(NoticeKind.Good, "C’est noté", said),
                problem is null ? null : Notice(NoticeKind.Attention, "Rien n’a été enregistré", problem),
                Heading(decision.Grounds?.Instance ?? decision.TableShort, DecisionTexts.Number(decision)),
                Lead(reads ? decision.Name : FollowDecisionTexts.InCamera),
                reads ? OutcomePieces.Text(decision.Title, decision.Text) : null,
                OutcomePieces.Standing(seen.Standing, seen.Roster.Zone),
                Facts(
                    ("Le", French.Day(decision.At, seen.Roster.Zone)),
                    (EscalationTexts.ChangesIf(seen.Standing?.State), reads ? decision.Grounds?.Changes : null),
                    ("Portée par", decision.Grounds?.Carrier?.Structure),
                    ("Suite", seen.After.Review is { } review && reads ? FollowDecisionTexts.Became(review) : null)),
                .. seen.Open(reader).SelectMany(r => Reserve(decision, r)),
                .. asks && seen.MayReview(reader) ? Review(seen, effect) : [],
                Buttons(
                    ReadButton(seen, reader),
                    seen.Holds && seen.Convenes(reader) && seen.Concerned.Count > 0 ? ReadersButton(decision) : null,
                    !asks && seen.MayReview(reader) ? new CardButton("Dire ce qu’elle est devenue", Follow, FollowDecisionVerbs.Of(decision)) : null),
            ]));
    }

    /// <summary>To whom it was returned, who said to have read it, and who hasn't.</summary>
    /// <param name="sent">The notices of the decision and of its return.</param>
    public static AdaptiveCard ReadersOf(DecisionFollowed seen, IReadOnlyList<Notice> sent, string? said = null, string? problem = null)
    {
        var silent = FollowDecision.Silent(seen);
        var read = seen.Concerned.Count(c => c.People.Any(p => seen.After.Read.Any(r => r.Person == p)));
        return CardTrim.AsManyAsFit(MostNames, most => Card(
            "Qui a pris connaissance de la décision ?",
            [
                said is null ? null : Notice(NoticeKind.Good, "C’est noté", said),
                problem is null ? null : Notice(NoticeKind.Attention, "Personne n’est relancé", problem),
                Heading(seen.Decision.Grounds?.Instance ?? seen.Decision.TableShort, "Qui a pris connaissance de la décision ?"),
                Lead($"{DecisionTexts.Number(seen.Decision)} — {seen.Decision.Name}"),
                Faint(string.Create(CultureInfo.InvariantCulture, $"{read} sur {seen.Concerned.Count} : structures de la table, structures citées par les remontées, et personnes qui ont signalé.")),
                .. seen.Concerned.Take(most).Select(c => (CardElement)Line(Strong(c.Name), Between(" "), Run(Said(seen, c, sent)))
                    with { Spacing = Spacing.Small }),
                seen.Concerned.Count > most ? Faint($"Et {French.Count(seen.Concerned.Count - most, "autre", "autres")}.") : null,
                Faint("Les lectures sont celles que les personnes ont elles-mêmes déclarées : rien n’est suivi à leur insu."),
                Buttons(
                    silent.Count > 0
                        ? new CardButton($"Relancer {French.Count(silent.Count, "destinataire", "destinataires")}", Remind, FollowDecisionVerbs.Of(seen.Decision))
                        : null,
                    new CardButton("Actualiser", Readers, FollowDecisionVerbs.Of(seen.Decision))),
            ]));
    }

    /// <summary>« J'ai pris connaissance », while the reader hasn't said so.</summary>
    public static CardButton? ReadButton(DecisionFollowed seen, PersonId reader) =>
        seen.IsToRead(reader)
            ? new CardButton(FollowDecisionTexts.Read, Read, FollowDecisionVerbs.Of(seen.Decision), ActionStyle.Positive) { WithInputs = false }
            : null;

    public static CardButton ReadersButton(Decision decision) =>
        new("Qui en a pris connaissance ?", Readers, FollowDecisionVerbs.Of(decision)) { WithInputs = false };

    private static IEnumerable<CardElement?> Reserve(Decision decision, ReserveKept reserve)
    {
        yield return Notice(NoticeKind.Warning, "Votre réserve", FollowDecisionTexts.AskReserve(reserve));
        yield return Buttons(ReserveButton("Confirmer l’accord", "1"), ReserveButton("Ne pas confirmer", "0"));

        CardButton ReserveButton(string title, string confirm) => new(
            title, FollowDecisionVerbs.Reserve,
            FollowDecisionVerbs.Of(decision).With(SeatKey, reserve.Seat.Value).With(ConfirmKey, confirm)) { WithInputs = false };
    }

    private static IEnumerable<CardElement?> Review(DecisionFollowed seen, string? effect)
    {
        yield return Section("Qu’est devenue cette décision ?");
        yield return new TextInput(EffectInput)
        {
            Label = "Son effet, en une phrase (facultatif, sans nommer personne)", MaxLength = DecisionReview.MostEffect, Value = effect ?? seen.After.Review?.Effect,
        };
        yield return Buttons(Enum.GetValues<ReviewState>().Select(state => (CardAction?)new CardButton(
            FollowDecisionTexts.State(state), FollowDecisionVerbs.Review, FollowDecisionVerbs.Of(seen.Decision).With(StateInput, state.ToString()))));
    }

    private static string Said(DecisionFollowed seen, Concerned concerned, IReadOnlyList<Notice> sent)
    {
        if (seen.After.Read.FirstOrDefault(r => concerned.People.Contains(r.Person)) is { } read)
        {
            return $"— lu le {French.ShortDay(read.At, seen.Roster.Zone)}{(concerned.Structure is null ? "" : $" par {read.Name}")}";
        }

        if (concerned.People.Count == 0)
        {
            return "— personne à prévenir : aucun siège n’y est pourvu";
        }

        var notices = sent.Where(n => concerned.People.Contains(n.Recipient)).ToList();
        return notices switch
        {
            _ when notices.FirstOrDefault(n => n.State == NoticeState.Delivered) is { } done => done.Road == Road.Mail ? "— reçu par courriel" : "— reçu",
            _ when notices.Any(n => n.State is NoticeState.Waiting or NoticeState.Sending) => "— envoi en cours",
            [] => concerned.Structure is null ? "— prévenu par le suivi de sa remontée" : "— pas encore prévenu",
            _ => "— envoi non abouti",
        };
    }
}
