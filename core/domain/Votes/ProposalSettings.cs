using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>How a proposal is decided and what its decision carries, once found sound and trimmed.</summary>
public sealed record ProposalSettings(Majority Majority, BallotForm Form, DecisionTerms Terms)
{
    public const int LeastOptions = 2;
    public const int MostOptions = 10;
    public const int MostOption = 120;
    public const int MostLegalBasis = 300;
    public const int MostChanges = 600;
    public const int MostReviewDays = 1830;

    /// <param name="today">In the territory's zone.</param>
    internal static Ruling<ProposalSettings> Settle(Proposal proposal, Table table, DateTime today)
    {
        var majority = proposal.Majority ?? table.Rules.Majority;
        var form = proposal.Form ?? new BallotForm(ClosesWhenAll: table.Rules.Ballots.ClosesWhenAll);
        var terms = proposal.Terms ?? DecisionTerms.None;
        form = form with
        {
            Options = form.Options is null ? null : [.. form.Options.Select(OneLine.Of).Where(o => o.Length > 0)],
            OwnWay = proposal.Majority is not null,
        };
        terms = terms with { LegalBasis = Trimmed(terms.LegalBasis), Changes = Trimmed(terms.Changes) };
        if (proposal.SaidEarlier)
        {
            terms = StillPossible(terms, table, DateOnly.FromDateTime(today));
        }

        if (WrongForm(majority, form) is { } badForm)
        {
            return badForm;
        }

        return WrongTerms(majority, terms, table, DateOnly.FromDateTime(today)) is { } badTerms
            ? badTerms
            : new ProposalSettings(majority, majority == Majority.Options ? form : form with { Options = null }, terms);
    }

    /// <summary>A review whose day has passed meanwhile, or a carrier who has no seat any more, is nobody's to mend.</summary>
    private static DecisionTerms StillPossible(DecisionTerms terms, Table table, DateOnly today) => terms with
    {
        Carrier = table.Seats.Any(s => s.Id == terms.Carrier) ? terms.Carrier : null,
        ReviewOn = terms.ReviewOn > today ? terms.ReviewOn : null,
        Escalates = terms.Escalates && table.Rules.Escalation is not null,
    };

    private static BallotRefusal? WrongForm(Majority majority, BallotForm form)
    {
        if (!Enum.IsDefined(majority) || majority == Majority.Consensus)
        {
            return new BallotRefusal.UnsoundSetting(ProposalSetting.Majority);
        }

        if (majority == Majority.Consent && form.Secrecy == Secrecy.Secret)
        {
            return new BallotRefusal.UnsoundSetting(ProposalSetting.SecretConsent);
        }

        var options = form.Options ?? [];
        if (majority != Majority.Options)
        {
            return options.Count == 0 ? null : new BallotRefusal.UnsoundSetting(ProposalSetting.OptionsUnasked);
        }

        return options.Count is < LeastOptions or > MostOptions
            || options.Distinct(StringComparer.OrdinalIgnoreCase).Count() < options.Count
                ? new BallotRefusal.UnsoundSetting(ProposalSetting.Options)
                : options.Select(o => FreeText.Refuse(BallotText.Option, o, MostOption)).FirstOrDefault(r => r is not null);
    }

    private static BallotRefusal? WrongTerms(Majority majority, DecisionTerms terms, Table table, DateOnly today) =>
        FreeText.RefuseOptional(BallotText.LegalBasis, terms.LegalBasis, MostLegalBasis)
        ?? FreeText.RefuseOptional(BallotText.Changes, terms.Changes, MostChanges)
        ?? (terms.Carrier is { } carrier && table.Seats.All(s => s.Id != carrier) ? Unsound(ProposalSetting.Carrier)
            : terms.ReviewOn is { } review && (review <= today || review > today.AddDays(MostReviewDays)) ? Unsound(ProposalSetting.ReviewOn)
            : terms.Escalates && (table.Rules.Escalation is null || majority == Majority.Opinion) ? Unsound(ProposalSetting.Escalates)
            : null);

    private static BallotRefusal.UnsoundSetting Unsound(ProposalSetting which) => new(which);

    private static string? Trimmed(string? text) => OneLine.IsBlank(text) ? null : text.Trim();
}
