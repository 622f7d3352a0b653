namespace Concertation.Domain.Decisions;

/// <summary>What checking a table's register found.</summary>
public abstract record ChainCheck
{
    private ChainCheck() { }

    /// <summary>Every decision is as it was written and numbered without gaps.</summary>
    public sealed record Intact(int Decisions) : ChainCheck;

    /// <summary>A decision was altered: its text no longer gives its hash.</summary>
    public sealed record Altered(DecisionNumber Number) : ChainCheck;

    /// <summary>Decisions are missing, added or reordered.</summary>
    /// <param name="Number">The decision where that shows first.</param>
    public sealed record Broken(DecisionNumber Number) : ChainCheck;
}

/// <summary>The register as one hash chain per table across the years (rule 8).</summary>
public static class RegisterChain
{
    /// <summary>What the first decision of a table names as its predecessor.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    public static Decision Seal(Decision decision) => decision with { Hash = HashOf(decision) };

    public static string HashOf(Decision decision) => Canonical(decision).Sha256();

    /// <summary>
    /// Checks all decisions of one table, in any order. Follows the hashes rather than the numbers: a decision of
    /// December may be written after one of January.
    /// </summary>
    public static ChainCheck Verify(IReadOnlyList<Decision> decisions)
    {
        foreach (var decision in decisions.OrderBy(d => d.Number.Year).ThenBy(d => d.Number.Number))
        {
            if (!string.Equals(HashOf(decision), decision.Hash, StringComparison.Ordinal))
            {
                return new ChainCheck.Altered(decision.Number);
            }
        }

        var (chain, lastOfYear) = (InOrder(decisions), new Dictionary<int, int>());
        foreach (var number in chain.Select(d => d.Number))
        {
            if (number.Number != lastOfYear.GetValueOrDefault(number.Year) + 1)
            {
                return new ChainCheck.Broken(number);
            }

            lastOfYear[number.Year] = number.Number;
        }

        return chain.Count == decisions.Count
            ? new ChainCheck.Intact(chain.Count)
            : new ChainCheck.Broken(
                decisions.Except(chain).Select(d => d.Number).OrderBy(n => n.Year).ThenBy(n => n.Number).First());
    }

    /// <summary>The decisions as each names the one before it, from the first as far as the chain holds.</summary>
    public static IReadOnlyList<Decision> InOrder(IReadOnlyList<Decision> decisions)
    {
        var followers = decisions.ToLookup(d => d.PreviousHash, StringComparer.Ordinal);
        var (chain, seen, last) = (new List<Decision>(), new HashSet<string>(StringComparer.Ordinal), Start);
        while (seen.Add(last) && followers[last].ToList() is [var next])
        {
            chain.Add(next);
            last = next.Hash;
        }

        return chain;
    }

    /// <summary>
    /// Everything but the hash. The order and the names are for ever: an old hash must be found again. What came later
    /// stands in lines that are only there where the thing is.
    /// </summary>
    public static CanonicalText Canonical(Decision decision)
    {
        var text = new CanonicalText("decision/1");
        Action<string, object?> line = text.Line;
        line("territory", decision.Territory.Value);
        line("table", decision.Table.Value);
        line("short", decision.TableShort);
        line("year", decision.Number.Year);
        line("number", decision.Number.Number);
        line("ballot", decision.Ballot.Value);
        line("session", decision.Session?.Value);
        line("item", decision.Item?.Value);
        line("axis", decision.Axis?.Value);
        line("format", decision.Format);
        line("in-camera", decision.InCamera);
        line("title", decision.Title);
        line("text", decision.Text);
        line("corrects-year", decision.Corrects?.Year);
        line("corrects-number", decision.Corrects?.Number);
        line("at", decision.At);
        line("previous", decision.PreviousHash);
        AddOutcome(decision.Outcome, line);
        if (decision.Grounds is { } grounds)
        {
            GroundsText.Add(grounds, text);
        }

        return text;
    }

    /// <summary>An outcome alone: two that say the same give the same text.</summary>
    public static CanonicalText Canonical(Votes.Outcome outcome)
    {
        var text = new CanonicalText("outcome/1");
        AddOutcome(outcome, text.Line);
        return text;
    }

    /// <summary>A carence; it is in no chain, but signed heads name it.</summary>
    public static CanonicalText Canonical(Carence carence)
    {
        var text = new CanonicalText("carence/1");
        text.Line("ballot", carence.Ballot.Value);
        text.Line("session", carence.Session?.Value);
        text.Line("title", carence.Title);
        text.Line("in-camera", carence.InCamera);
        text.Line("format", carence.Format);
        text.Line("at", carence.At);
        AddOutcome(carence.Outcome, text.Line);
        return text;
    }

    private static void AddOutcome(Votes.Outcome outcome, Action<string, object?> line)
    {
        line("verdict", outcome.Verdict);
        line("seats", outcome.Seats);
        line("answered", outcome.Answered);
        line("quorum", outcome.QuorumNeeded);
        line("for", outcome.ForWeight);
        line("against", outcome.AgainstWeight);
        line("abstain", outcome.AbstainWeight);
        line("electorate", outcome.Electorate);
        line("majority", outcome.Majority);
        line("threshold", outcome.Threshold);
        line("strict", outcome.Strict);
        line("by-chair", outcome.ByChair);
        line("second-call", outcome.SecondCall);
        line("counted", outcome.At);
        if (outcome.Majority == Tables.Majority.Consensus)
        {
            line("reserves", outcome.Reserves);
        }

        AddWhatOnlySomeHave(outcome, line);
        foreach (var college in outcome.Colleges)
        {
            line("college", college.College);
            line("college-seats", college.Seats);
            line("college-answered", college.Answered);
            line("college-needed", college.Needed);
        }
    }

    /// <summary>Lines that an outcome has only where it has the thing: the hash of one without them stays what it was.</summary>
    private static void AddWhatOnlySomeHave(Votes.Outcome outcome, Action<string, object?> line)
    {
        void Some(string name, int? number)
        {
            if (number is { } there)
            {
                line(name, there);
            }
        }

        foreach (var option in outcome.Options ?? [])
        {
            line("option", option.Option);
            line("option-voices", option.Weight);
        }

        Some("chosen", outcome.Chosen);
        if (outcome.Consultative is { } consultative)
        {
            line("consultative-seats", consultative.Seats);
            line("consultative-for", consultative.For);
            line("consultative-against", consultative.Against);
            line("consultative-abstain", consultative.Abstain);
            foreach (var option in consultative.Options ?? [])
            {
                line("consultative-option", option.Option);
                line("consultative-option-seats", option.Weight);
            }
        }

        Some("concerns", outcome.Concerns);
        Some("under-reserve", outcome.UnderReserve);
        Some("recused", outcome.Recused);
    }
}
