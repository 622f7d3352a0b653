using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Turns;
using Table = Concertation.Domain.Tables.Table;

namespace ConcertationBot.Votes;

/// <summary>« Plus de réglages » as it was typed, and what it asks for.</summary>
internal static class SettingsTyped
{
    public static ProposeMore Of(CardClick click) => new(
        Set(click, ProposeSettings.WayInput), click.Text(ProposeSettings.OptionsInput), Set(click, ProposeSettings.SecrecyInput),
        click.Text(ProposeSettings.LegalBasisInput), click.Text(ProposeSettings.ChangesInput), Set(click, ProposeSettings.CarrierInput),
        ReviewOf(click), click.Text(ProposeSettings.EscalatesInput) == "true");

    /// <summary>Something typed that can't be read; null when all can.</summary>
    public static BallotRefusal? Unreadable(CardClick click, ProposeMore typed) =>
        typed.Way is not null && WayOf(typed) is null ? new BallotRefusal.UnsoundSetting(ProposalSetting.Majority)
        : typed.Carrier is not null && !IdRules.IsWellFormed(typed.Carrier) ? new BallotRefusal.UnsoundSetting(ProposalSetting.Carrier)
        : click.Text(ProposeSettings.ReviewInput) is not null && typed.ReviewOn is null ? new BallotRefusal.UnsoundSetting(ProposalSetting.ReviewOn)
        : null;

    /// <param name="table">Null when it isn't known: the use case refuses the proposal then.</param>
    public static Proposal With(this Proposal proposal, ProposeMore typed, Table? table) => proposal with
    {
        Majority = WayOf(typed),
        Form = new BallotForm(
            typed.Secrecy == nameof(Secrecy.Secret) ? Secrecy.Secret : Secrecy.Nominal,
            typed.Options?.ReplaceLineEndings("\n").Split('\n'),
            ClosesWhenAll: table?.Rules.Ballots.ClosesWhenAll ?? false),
        Terms = new DecisionTerms(
            typed.LegalBasis, typed.Changes, typed.Carrier is { } seat ? new SeatId(seat) : null, typed.ReviewOn, typed.Escalates),
    };

    private static Majority? WayOf(ProposeMore typed) =>
        SettingTexts.Ways.Where(w => w.ToString() == typed.Way).Select(w => (Majority?)w).FirstOrDefault();

    private static string? Set(CardClick click, string name) =>
        click.Text(name) is { } text && text != ProposeSettings.Usual ? text : null;

    private static DateOnly? ReviewOf(CardClick click) =>
        DateOnly.TryParseExact(
            click.Text(ProposeSettings.ReviewInput), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
