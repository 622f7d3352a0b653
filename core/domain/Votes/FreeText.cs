using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Votes;

/// <summary>What people write in proposals and reasons, checked before it is stored or logged.</summary>
internal static class FreeText
{
    /// <summary>Why a text that must be there can't be taken; null when it can.</summary>
    public static BallotRefusal? Refuse(BallotText which, string text, int most) =>
        OneLine.IsBlank(text) ? new BallotRefusal.TextMissing(which) : RefuseOptional(which, text, most);

    /// <summary>The same for a text that may be left out.</summary>
    public static BallotRefusal? RefuseOptional(BallotText which, string? text, int most) =>
        text is null ? null
        : text.Length > most ? new BallotRefusal.TextTooLong(which, most)
        : PersonalDataGuard.KindsIn(text).Count > 0 ? new BallotRefusal.PersonalData(which)
        : null;
}
