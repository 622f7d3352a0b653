using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>A digest of records that lie elsewhere: changed afterwards, they no longer give it.</summary>
/// <param name="Form">Which canonical text was digested, by its heading.</param>
/// <param name="Count">How many records are in it.</param>
/// <param name="Sha256">Of the canonical text, lower-case hex.</param>
public sealed record Digest(string Form, int Count, string Sha256)
{
    public static Digest Of(CanonicalText text, int count) => new(text.Heading, count, text.Sha256());
}

/// <summary>
/// The canonical texts of what a ballot was counted from, the same in whatever order the records are read. Order and names of
/// their lines are for ever.
/// </summary>
public static class BallotTexts
{
    /// <summary>The seats as frozen at the opening.</summary>
    public static CanonicalText Electorate(IEnumerable<Elector> electors)
    {
        var text = new CanonicalText("electorate/1");
        foreach (var elector in electors.OrderBy(e => e.Seat.Value, StringComparer.Ordinal))
        {
            text.Line("seat", elector.Seat.Value);
            text.Line("structure", elector.Structure);
            text.Line("college", elector.College.Value);
            text.Line("college-name", elector.CollegeName);
            text.Line("weight", elector.Weight);
            text.Line("voice", elector.Voice);
            text.Some("recused-at", elector.Recused?.At);
            text.Some("recused-by", elector.Recused?.By.Value);
            foreach (var back in elector.TakenBack ?? [])
            {
                text.Line("back-recused-at", back.Recusal.At);
                text.Line("back-recused-by", back.Recusal.By.Value);
                text.Line("back-at", back.At);
                text.Line("back-by", back.By.Value);
            }

            text.Some("proxy-to", elector.Proxy?.To?.Value);
            text.Some("proxy-by", elector.Proxy?.By.Value);
            text.Some("proxy-at", elector.Proxy?.At);
        }

        return text;
    }

    /// <summary>The vote that stood for each seat at the closing; of a secret ballot, the mark that the seat had answered.</summary>
    public static CanonicalText Votes(IEnumerable<Vote> standing) => Answers("votes/1", standing);

    /// <summary>Every answer ever given, also those that a later one replaced.</summary>
    public static CanonicalText Trace(IEnumerable<Vote> given) => Answers("trace/1", given);

    /// <summary>Of a secret ballot, the sealed answers behind each gate, by its number.</summary>
    public static CanonicalText Pools(IEnumerable<SealedGate> gates)
    {
        var text = new CanonicalText("pools/1");
        foreach (var gate in gates.OrderBy(g => g.Gate))
        {
            text.Line("gate", gate.Gate);
            text.Line("sha256", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(gate.Bytes.Span)));
        }

        return text;
    }

    private static CanonicalText Answers(string heading, IEnumerable<Vote> votes)
    {
        var text = new CanonicalText(heading);
        foreach (var vote in votes
            .OrderBy(v => v.Seat.Value, StringComparer.Ordinal).ThenBy(v => v.At).ThenBy(v => v.Operation.Value, StringComparer.Ordinal))
        {
            text.Line("seat", vote.Seat.Value);
            text.Line("choice", vote.Choice);
            text.Line("reason", vote.Reason);
            text.Line("by", vote.By.Value);
            text.Line("by-name", vote.ByName);
            text.Line("at", vote.At);
            text.Line("way", vote.Way);
            text.Line("operation", vote.Operation.Value);
            text.Some("reserve-until", vote.ReserveUntil);
            text.Some("option", vote.Option);
            text.Some("proxy-of", vote.ProxyOf?.Value);
        }

        return text;
    }
}
