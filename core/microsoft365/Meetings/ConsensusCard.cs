using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Meetings;

/// <summary>A consensus before it is recorded and sent: what is decided, and whether it would hold.</summary>
public static class ConsensusCard
{
    /// <param name="text">What was said to be decided; null when the words gave none.</param>
    /// <param name="outcome">What recording it now would give.</param>
    public static AdaptiveCard Of(RunView view, AgendaItem item, Outcome outcome, string? text, string? reserves)
    {
        var hidden = view.Among && item.InCamera;
        return CardTrim.Fit(Card(
            "Constater un consensus",
            [
                Heading(SessionPieces.Subtitle(view.Session, view.Table), "Constater un consensus"),
                Subtitle(MeetingTexts.Position(view.Session, item.Id)),
                Lead(view.TitleOf(item)) with { Spacing = Spacing.None },
                outcome.Verdict == Verdict.Adopted
                    ? Faint(DecisionTexts.Grounds(outcome))
                    : Notice(NoticeKind.Attention, "Quorum non atteint", $"{DecisionTexts.Grounds(outcome)} {MeetingTexts.WouldBeCarence}"),
                .. Fields(text ?? (hidden ? null : item.Title), reserves),
                Faint(MeetingTexts.NumberedAtOnce),
                Buttons(
                    new CardButton("Constater le consensus", MeetingVerbs.Consensus, MeetingKeys.At(view.Session, item.Id)),
                    new CardButton("Y renoncer", MeetingVerbs.Show, SessionKeys.Of(view.Session)) { WithInputs = false },
                    view.Among ? null : new CardButton("Présences", MeetingVerbs.Presence, SessionKeys.Of(view.Session)) { WithInputs = false }),
            ]));
    }

    internal static IEnumerable<CardElement> Fields(string? text, string? reserves) =>
    [
        new TextInput(MeetingKeys.Title) { Label = "Ce qui est décidé", IsMultiline = true, MaxLength = 4000, Value = text },
        new TextInput(MeetingKeys.Reserves) { Label = "Réserves ou désaccords (facultatif)", IsMultiline = true, MaxLength = 1000, Value = reserves },
    ];
}
