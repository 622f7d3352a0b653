using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Sessions;

namespace Concertation.Domain.Minutes;

/// <summary>What became of an act on minutes.</summary>
public abstract record MinutesOutcome
{
    private MinutesOutcome() { }

    /// <param name="Changed">False when the act had been done already, or there was nothing to do.</param>
    public sealed record Done(Session Session, MinutesInFull Minutes, bool Changed, int Changes = 0) : MinutesOutcome;

    public sealed record Refused(MinutesRefusal Why) : MinutesOutcome;

    public T Match<T>(Func<Done, T> done, Func<MinutesRefusal, T> refused) => this switch
    {
        Done it => done(it),
        Refused it => refused(it.Why),
        _ => throw new InvalidOperationException("an outcome is one of two"),
    };

    public static implicit operator MinutesOutcome(MinutesRefusal why) => new Refused(why);
}

/// <summary>Why an act on minutes isn't done.</summary>
public abstract record MinutesRefusal
{
    private MinutesRefusal() { }

    public sealed record NotFound : MinutesRefusal;

    public sealed record NotAConvener(Session Session) : MinutesRefusal;

    /// <summary>The session is neither held nor over.</summary>
    public sealed record NotHeld(Session Session) : MinutesRefusal;

    /// <summary>The session goes on: what it still brings would be missing from them.</summary>
    public sealed record StillHeld(Session Session) : MinutesRefusal;

    /// <summary>Validated: nothing changes them any more.</summary>
    public sealed record Final(SessionMinutes Minutes) : MinutesRefusal;

    /// <summary>The act was on an older version than the one that stands.</summary>
    public sealed record OtherVersion(SessionMinutes Minutes, int Asked) : MinutesRefusal;

    public sealed record NamesSomeone(IReadOnlyList<PersonalDataKind> Kinds) : MinutesRefusal;

    public sealed record TextMissing : MinutesRefusal;

    public sealed record TooLong(int Most) : MinutesRefusal;

    public sealed record NotCirculated(SessionMinutes Minutes) : MinutesRefusal;

    /// <summary>Only those who attended amend minutes.</summary>
    public sealed record DidNotAttend(Session Session) : MinutesRefusal;

    /// <summary>So many amendments wait for their answer.</summary>
    public sealed record AmendmentsWait(int Number) : MinutesRefusal;

    /// <summary>The table hasn't met again in that format, and silence hasn't lasted long enough.</summary>
    public sealed record TooEarly(SessionMinutes Minutes, SessionFormat Format) : MinutesRefusal;

    /// <summary>The table meets again, but too few are there to approve anything.</summary>
    public sealed record NoQuorum(Session Session) : MinutesRefusal;

    public sealed record NoSuchAmendment : MinutesRefusal;

    public T Match<T>(
        Func<NotFound, T> notFound, Func<NotAConvener, T> notAConvener, Func<NotHeld, T> notHeld, Func<StillHeld, T> stillHeld, Func<Final, T> final,
        Func<OtherVersion, T> otherVersion, Func<NamesSomeone, T> namesSomeone, Func<TextMissing, T> textMissing, Func<TooLong, T> tooLong,
        Func<NotCirculated, T> notCirculated, Func<DidNotAttend, T> didNotAttend, Func<AmendmentsWait, T> amendmentsWait,
        Func<TooEarly, T> tooEarly, Func<NoQuorum, T> noQuorum, Func<NoSuchAmendment, T> noSuchAmendment) => this switch
        {
            NotFound it => notFound(it),
            NotAConvener it => notAConvener(it),
            NotHeld it => notHeld(it),
            StillHeld it => stillHeld(it),
            Final it => final(it),
            OtherVersion it => otherVersion(it),
            NamesSomeone it => namesSomeone(it),
            TextMissing it => textMissing(it),
            TooLong it => tooLong(it),
            NotCirculated it => notCirculated(it),
            DidNotAttend it => didNotAttend(it),
            AmendmentsWait it => amendmentsWait(it),
            TooEarly it => tooEarly(it),
            NoQuorum it => noQuorum(it),
            NoSuchAmendment it => noSuchAmendment(it),
            _ => throw new InvalidOperationException("no such refusal"),
        };
}
