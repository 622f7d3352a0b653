using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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
    public sealed record Broken : ChainCheck;
}

/// <summary>The register as one hash chain per table across the years (rule 8).</summary>
public static class RegisterChain
{
    /// <summary>What the first decision of a table names as its predecessor.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    public static Decision Seal(Decision decision) => decision with { Hash = HashOf(decision) };

    public static string HashOf(Decision decision) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(decision))));

    /// <summary>
    /// Checks all decisions of one table, in any order. Follows the hashes rather than the numbers: a decision of
    /// December may be written after one of January.
    /// </summary>
    public static ChainCheck Verify(IReadOnlyList<Decision> decisions)
    {
        foreach (var decision in decisions)
        {
            if (!string.Equals(HashOf(decision), decision.Hash, StringComparison.Ordinal))
            {
                return new ChainCheck.Altered(decision.Number);
            }
        }

        var followers = decisions.ToLookup(d => d.PreviousHash, StringComparer.Ordinal);
        var (last, length) = (Start, 0);
        var lastOfYear = new Dictionary<int, int>();
        while (followers[last].ToList() is { Count: > 0 } next)
        {
            var number = next[0].Number;
            if (next.Count > 1 || number.Number != lastOfYear.GetValueOrDefault(number.Year) + 1)
            {
                return new ChainCheck.Broken();
            }

            lastOfYear[number.Year] = number.Number;
            (last, length) = (next[0].Hash, length + 1);
        }

        return length == decisions.Count ? new ChainCheck.Intact(length) : new ChainCheck.Broken();
    }

    /// <summary>
    /// Everything but the hash, one field a line, each with its length, so that no two decisions share a text.
    /// The order and the names are for ever: an old hash must be found again.
    /// </summary>
    private static string Canonical(Decision decision)
    {
        var text = new StringBuilder("decision/1\n");
        void Line(string name, object? value)
        {
            var written = value switch
            {
                null => null,
                DateTimeOffset at => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString(),
            };
            text.Append(name).Append(' ')
                .Append(written is null ? "-" : written.Length.ToString(CultureInfo.InvariantCulture)).Append(' ')
                .Append(written).Append('\n');
        }

        Line("territory", decision.Territory.Value);
        Line("table", decision.Table.Value);
        Line("short", decision.TableShort);
        Line("year", decision.Number.Year);
        Line("number", decision.Number.Number);
        Line("ballot", decision.Ballot.Value);
        Line("session", decision.Session?.Value);
        Line("item", decision.Item?.Value);
        Line("axis", decision.Axis?.Value);
        Line("format", decision.Format);
        Line("in-camera", decision.InCamera);
        Line("title", decision.Title);
        Line("text", decision.Text);
        Line("corrects-year", decision.Corrects?.Year);
        Line("corrects-number", decision.Corrects?.Number);
        Line("at", decision.At);
        Line("previous", decision.PreviousHash);
        AddOutcome(decision.Outcome, Line);
        return text.ToString();
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
