namespace Concertation.Domain.Decisions;

/// <summary>The lines that a decision's grounds add to its canonical text; as there, order and names are for ever.</summary>
internal static class GroundsText
{
    public static void Add(DecisionGrounds grounds, CanonicalText text)
    {
        text.Line("instance", grounds.Instance);
        text.Some("item-title", grounds.Item);
        text.Some("axis-title", grounds.Axis);
        text.Some("session-at", grounds.SessionAt);
        text.Line("quorum-overall", grounds.Held.Quorum.Overall);
        text.Line("quorum-per-college", grounds.Held.Quorum.PerCollege);
        text.Line("tie", grounds.Held.Tie);
        text.Line("secrecy", grounds.Held.Secrecy);
        text.Line("round", grounds.Held.Round);
        text.Some("follows", grounds.Held.Follows?.Value);
        text.Some("amended", grounds.Held.Amended);
        text.Some("extended-from", grounds.Held.ExtendedFrom);
        text.Some("legal-basis", grounds.LegalBasis);
        text.Some("carrier-seat", grounds.Carrier?.Seat.Value);
        text.Some("carrier", grounds.Carrier?.Structure);
        text.Some("changes", grounds.Changes);
        text.Some("review-on", grounds.ReviewOn);
        foreach (var attachment in grounds.Attachments)
        {
            text.Line("attachment", attachment.Document.Value);
            text.Line("attachment-name", attachment.Name);
            text.Line("attachment-sha256", attachment.Sha256);
        }

        Add("electorate", grounds.Electorate, text);
        Add("votes", grounds.Votes, text);
        Add("trace", grounds.Trace, text);
        Add("pools", grounds.Pools, text);
    }

    private static void Add(string name, Digest? digest, CanonicalText text)
    {
        if (digest is not null)
        {
            text.Line(name + "-form", digest.Form);
            text.Line(name + "-count", digest.Count);
            text.Line(name + "-sha256", digest.Sha256);
        }
    }
}
