using System.Globalization;
using Concertation.Domain.Notices;

namespace Concertation.Domain.Sessions;

/// <summary>The effects of a session's changes: one of each kind per sequence, however often the act is repeated.</summary>
public static class SessionEffects
{
    public static Effect Of(Session session, EffectKind kind)
    {
        var sequence = session.Sequence.ToString(CultureInfo.InvariantCulture);
        return new Effect($"{Word(kind)}-{session.Id}-{sequence}", kind, session.Id.Value, sequence);
    }

    /// <summary>Whether an effect speaks of the session as it stands: one that was overtaken isn't worth telling.</summary>
    public static bool IsCurrent(Session session, string? detail) =>
        string.Equals(detail, session.Sequence.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Word(EffectKind kind) => kind switch
    {
        EffectKind.SessionConvened => "convened",
        EffectKind.SessionMoved => "moved",
        EffectKind.SessionCancelled => "cancelled",
        EffectKind.SessionsPlanned => "planned",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not an effect of a session"),
    };
}
