namespace Concertation.Domain.Votes;

/// <summary>Which text of a proposal or a vote is meant.</summary>
public enum BallotText
{
    Title, Text, Reason,
    /// <summary>The reason of an objection, without which it is none.</summary>
    Objection,
    Concern,
    Option, LegalBasis, Changes,
    /// <summary>What a new round changed.</summary>
    Amended,
}

/// <summary>What of a proposal's settings can't be as it was asked.</summary>
public enum ProposalSetting
{
    /// <summary>No ballot decides that way.</summary>
    Majority,
    /// <summary>Objections are talked over: a consent round is nominal.</summary>
    SecretConsent,
    /// <summary>Fewer than two or more than ten options, or the same one twice.</summary>
    Options,
    /// <summary>Options were given, and the way to decide isn't a choice among them.</summary>
    OptionsUnasked,
    /// <summary>The carrier has no seat at the table.</summary>
    Carrier,
    /// <summary>The review isn't in the future, or too far.</summary>
    ReviewOn,
    /// <summary>No other table validates this one's decisions, or an opinion was to be validated.</summary>
    Escalates,
}

/// <summary>Why an act on a proposal or a ballot was refused. Nothing was stored.</summary>
public abstract record BallotRefusal
{
    private BallotRefusal() { }

    /// <summary>No ballot of that id in the territory.</summary>
    public sealed record NotFound : BallotRefusal;

    /// <summary>Only the pilote, a deputy or a co-convener of the table may (rule 1).</summary>
    public sealed record NotConvener(string Table) : BallotRefusal;

    /// <summary>Only members of the table may suggest.</summary>
    public sealed record NotMember(string Table) : BallotRefusal;

    public sealed record NoSuchTable : BallotRefusal;

    /// <summary>The session is unknown, cancelled, or another table's.</summary>
    public sealed record NoSuchSession : BallotRefusal;

    /// <summary>The item isn't on that session's agenda.</summary>
    public sealed record NoSuchItem : BallotRefusal;

    /// <summary>The axis isn't on the year's roadmap, or isn't the item's.</summary>
    public sealed record NoSuchAxis : BallotRefusal;

    public sealed record TextMissing(BallotText Which) : BallotRefusal;

    public sealed record TextTooLong(BallotText Which, int Most) : BallotRefusal;

    /// <summary>The text seems to identify someone (rule 10).</summary>
    public sealed record PersonalData(BallotText Which) : BallotRefusal;

    /// <summary>What was typed is no day, no hour, or an hour without its day.</summary>
    public sealed record ClosingUnclear : BallotRefusal;

    /// <summary>A consensus is found while the session is held: it hasn't begun, or is over.</summary>
    public sealed record NotInSession : BallotRefusal;

    /// <summary>The session's minutes are written already: a consensus would be missing from them.</summary>
    public sealed record MinutesWritten : BallotRefusal;

    public sealed record ClosesTooSoon : BallotRefusal;

    public sealed record ClosesTooLate(int MostDays) : BallotRefusal;

    /// <summary>No seat with a voix délibérative is called.</summary>
    public sealed record NoVotingSeat : BallotRefusal;

    /// <summary>Not yet open to votes, or a suggestion that was declined.</summary>
    public sealed record NotOpen(BallotState State) : BallotRefusal;

    public sealed record Closed(Ballot Ballot) : BallotRefusal;

    public sealed record Withdrawn(Ballot Ballot) : BallotRefusal;

    /// <summary>The suggestion has already been answered.</summary>
    public sealed record NoLongerSuggested(BallotState State) : BallotRefusal;

    /// <summary>The verified account is bound to nobody of the territory.</summary>
    public sealed record UnknownVoter : BallotRefusal;

    /// <summary>The person isn't the seat's holder or substitute today.</summary>
    public sealed record NotYourSeat : BallotRefusal;

    /// <summary>The seat has no vote in this ballot.</summary>
    public sealed record NotAVotingSeat : BallotRefusal;

    /// <summary>The ballot doesn't offer that answer, or that option.</summary>
    public sealed record NoSuchAnswer : BallotRefusal;

    /// <summary>A reserve without its date, or with one that is past or too far.</summary>
    public sealed record ReserveUnclear(int MostDays) : BallotRefusal;

    /// <summary>A setting of the proposal can't be as it was asked.</summary>
    public sealed record UnsoundSetting(ProposalSetting Which) : BallotRefusal;

    /// <summary>A new round follows a consent round that ended with an objection, and nothing else.</summary>
    public sealed record NoNewRound : BallotRefusal;

    /// <summary>The proposal of the new round says the same as the one that was objected to.</summary>
    public sealed record NotAmended : BallotRefusal;

    /// <summary>The personal link was revoked: a later one was sent.</summary>
    public sealed record LinkRevoked : BallotRefusal;

    /// <summary>It was extended before, and is once.</summary>
    public sealed record AlreadyExtended(Ballot Ballot) : BallotRefusal;

    /// <summary>The new end isn't after the one that stands.</summary>
    public sealed record NotLater(Ballot Ballot) : BallotRefusal;

    /// <summary>The group isn't where the restricted session, or the item in huis clos, is dealt with (rule 2).</summary>
    public sealed record NotForThisGroup : BallotRefusal;

    /// <summary>The seat takes no part in this ballot: its déport was declared.</summary>
    public sealed record Recused : BallotRefusal;

    /// <summary>The seat's own people can't answer while its proxy stands: they take it back first.</summary>
    public sealed record GivenAway(string Holder) : BallotRefusal;

    /// <summary>What is asked of a seat's right to answer can't be.</summary>
    /// <param name="Most">How many proxies one seat may hold at this table.</param>
    public sealed record NotThisRight(RightsObstacle Why, int Most) : BallotRefusal;

    /// <summary>The ballot is secret and the seat has answered: that answer is final (rule 3).</summary>
    /// <param name="Mark">Who answered and when; what, nobody knows.</param>
    public sealed record SecretIsFinal(Ballot Ballot, Vote Mark) : BallotRefusal;

    /// <summary>What a secret ballot can't have, or can't have here.</summary>
    public sealed record NotInSecret(SecretLimit Limit) : BallotRefusal;

    /// <summary>The outcome doesn't wait for the chair.</summary>
    public sealed record NoTie : BallotRefusal;

    /// <summary>Too many acts at the same instant; trying again will do.</summary>
    public sealed record Busy : BallotRefusal;

    public T Match<T>(
        Func<NotFound, T> notFound, Func<NotConvener, T> notConvener, Func<NotMember, T> notMember,
        Func<NoSuchTable, T> noSuchTable, Func<NoSuchSession, T> noSuchSession, Func<NoSuchItem, T> noSuchItem,
        Func<NoSuchAxis, T> noSuchAxis, Func<TextMissing, T> textMissing, Func<TextTooLong, T> textTooLong,
        Func<PersonalData, T> personalData, Func<ClosingUnclear, T> closingUnclear, Func<NotInSession, T> notInSession,
        Func<MinutesWritten, T> minutesWritten, Func<ClosesTooSoon, T> closesTooSoon,
        Func<ClosesTooLate, T> closesTooLate,
        Func<NoVotingSeat, T> noVotingSeat, Func<NotOpen, T> notOpen, Func<Closed, T> closed,
        Func<Withdrawn, T> withdrawn, Func<NoLongerSuggested, T> noLongerSuggested,
        Func<UnknownVoter, T> unknownVoter, Func<NotYourSeat, T> notYourSeat, Func<NotAVotingSeat, T> notAVotingSeat,
        Func<NoSuchAnswer, T> noSuchAnswer, Func<ReserveUnclear, T> reserveUnclear,
        Func<UnsoundSetting, T> unsoundSetting, Func<NoNewRound, T> noNewRound, Func<NotAmended, T> notAmended,
        Func<LinkRevoked, T> linkRevoked, Func<AlreadyExtended, T> alreadyExtended, Func<NotLater, T> notLater,
        Func<NotForThisGroup, T> notForThisGroup,
        Func<Recused, T> recused, Func<GivenAway, T> givenAway, Func<NotThisRight, T> notThisRight,
        Func<SecretIsFinal, T> secretIsFinal, Func<NotInSecret, T> notInSecret,
        Func<NoTie, T> noTie, Func<Busy, T> busy) => this switch
        {
            NotFound r => notFound(r),
            NotConvener r => notConvener(r),
            NotMember r => notMember(r),
            NoSuchTable r => noSuchTable(r),
            NoSuchSession r => noSuchSession(r),
            NoSuchItem r => noSuchItem(r),
            NoSuchAxis r => noSuchAxis(r),
            TextMissing r => textMissing(r),
            TextTooLong r => textTooLong(r),
            PersonalData r => personalData(r),
            ClosingUnclear r => closingUnclear(r),
            NotInSession r => notInSession(r),
            MinutesWritten r => minutesWritten(r),
            ClosesTooSoon r => closesTooSoon(r),
            ClosesTooLate r => closesTooLate(r),
            NoVotingSeat r => noVotingSeat(r),
            NotOpen r => notOpen(r),
            Closed r => closed(r),
            Withdrawn r => withdrawn(r),
            NoLongerSuggested r => noLongerSuggested(r),
            UnknownVoter r => unknownVoter(r),
            NotYourSeat r => notYourSeat(r),
            NotAVotingSeat r => notAVotingSeat(r),
            NoSuchAnswer r => noSuchAnswer(r),
            ReserveUnclear r => reserveUnclear(r),
            UnsoundSetting r => unsoundSetting(r),
            NoNewRound r => noNewRound(r),
            NotAmended r => notAmended(r),
            LinkRevoked r => linkRevoked(r),
            AlreadyExtended r => alreadyExtended(r),
            NotLater r => notLater(r),
            NotForThisGroup r => notForThisGroup(r),
            Recused r => recused(r),
            GivenAway r => givenAway(r),
            NotThisRight r => notThisRight(r),
            SecretIsFinal r => secretIsFinal(r),
            NotInSecret r => notInSecret(r),
            NoTie r => noTie(r),
            Busy r => busy(r),
            _ => throw new InvalidOperationException("a refusal is one of the cases above"),
        };
}
