using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Microsoft365.Cards.Choice;

namespace Concertation.Microsoft365.Votes;

/// <summary>A seat that could carry a decision.</summary>
public sealed record ProposalCarrier(string Seat, string Words);

/// <summary>What the settings of a proposal can be, for this person.</summary>
/// <param name="Usual">The usual way to decide, in our own words: see <see cref="SettingTexts.Usual"/>.</param>
/// <param name="MayEscalate">One of the tables has its decisions validated by another.</param>
public sealed record ProposeOffer(string Usual, IReadOnlyList<ProposalCarrier> Carriers, bool MayEscalate);

/// <summary>The settings as typed; null where nothing was.</summary>
/// <param name="Way">The name of a <see cref="Majority"/>.</param>
/// <param name="Options">One a line.</param>
public sealed record ProposeMore(
    string? Way = null, string? Options = null, string? Secrecy = null, string? LegalBasis = null, string? Changes = null,
    string? Carrier = null, DateOnly? ReviewOn = null, bool Escalates = false)
{
    /// <summary>Nothing but what the form proposes by itself.</summary>
    public bool IsUsual => this == new ProposeMore();
}

/// <summary>« Plus de réglages »: the part of the form that most proposals leave as it is.</summary>
public static class ProposeSettings
{
    public const string WayInput = "way";
    public const string OptionsInput = "options";
    public const string SecrecyInput = "secrecy";
    public const string LegalBasisInput = "basis";
    public const string ChangesInput = "changes";
    public const string CarrierInput = "carrier";
    public const string ReviewInput = "review";
    public const string EscalatesInput = "escalates";

    /// <summary>The value of what the form proposes by itself.</summary>
    public const string Usual = "-";

    private const string Block = "more";

    /// <summary>The button, and what it unfolds: unfolded already where something in it was set.</summary>
    public static IEnumerable<CardElement?> Of(ProposeOffer offer, ProposeMore typed) =>
    [
        Buttons(Unfold("Plus de réglages", Block)),
        Folded(
            Block,
            Way(offer, typed),
            new TextInput(OptionsInput)
            {
                Label = "Les options, une par ligne (pour « une option parmi plusieurs »)", IsMultiline = true,
                MaxLength = ProposalSettings.MostOptions * (ProposalSettings.MostOption + 2), Value = typed.Options,
            },
            new ChoiceSetInput(
                SecrecyInput,
                [
                    new Choice("Nominatif : chacun sait ensuite qui a répondu quoi", Usual),
                    new Choice("Secret : les réponses restent inconnues", nameof(Secrecy.Secret)),
                ])
            {
                Label = "Réponses", Value = typed.Secrecy ?? Usual,
            },
            new TextInput(LegalBasisInput)
            {
                Label = "Base légale", MaxLength = ProposalSettings.MostLegalBasis, Value = typed.LegalBasis,
                Placeholder = "Le texte ou la convention sur lesquels la décision s’appuie",
            },
            new TextInput(ChangesInput)
            {
                Label = "Ce qui change pour les partenaires", IsMultiline = true, MaxLength = ProposalSettings.MostChanges,
                Value = typed.Changes, Placeholder = "En une ou deux phrases",
            },
            Carrier(offer, typed),
            new DateInput(ReviewInput) { Label = "Date de revue : la structure qui porte dira ce qu’elle est devenue", Value = typed.ReviewOn },
            offer.MayEscalate
                ? new ToggleInput(EscalatesInput, "À soumettre à la table stratégique une fois adoptée")
                {
                    Value = typed.Escalates ? "true" : "false", Wrap = true,
                }
                : null)
            with
        {
            IsVisible = typed.IsUsual ? false : null,
        },
    ];

    private static ChoiceSetInput Way(ProposeOffer offer, ProposeMore typed) => new(
        WayInput,
        [
            new Choice(PeoplesWords.AsLabel(offer.Usual), Usual),
            .. SettingTexts.Ways.Select(w => new Choice(SettingTexts.Way(w), w.ToString())),
        ])
    {
        Label = "Façon de décider", Value = SettingTexts.Ways.Any(w => w.ToString() == typed.Way) ? typed.Way : Usual,
    };

    private static ChoiceSetInput? Carrier(ProposeOffer offer, ProposeMore typed) => offer.Carriers.Count == 0 ? null : new(
        CarrierInput,
        [
            new Choice("Personne pour l’instant", Usual),
            .. offer.Carriers.Select(c => new Choice(PeoplesWords.AsLabel(c.Words), c.Seat)),
        ])
    {
        Label = "Structure qui porte la décision",
        Value = offer.Carriers.Any(c => c.Seat == typed.Carrier) ? typed.Carrier : Usual,
    };
}
