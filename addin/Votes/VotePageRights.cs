namespace ConcertationBot.AddIn.Votes;

/// <summary>By which right a seat answers, for whom else, and who votes.</summary>
/// <param name="Situation">A déport, a proxy given or used, a consultative voice: a sentence each.</param>
/// <param name="Held">For whom the person may also vote, each behind an address of its own.</param>
/// <param name="WhatRecusalDoes">Said before a déport.</param>
/// <param name="MayReturn">The seat's déport may be taken back.</param>
/// <param name="Holders">To whom the seat may give its proxy; empty where it may not.</param>
/// <param name="Facts">Votants, quorum, college by college.</param>
/// <param name="Electors">Every seat, college by college.</param>
public sealed record VotePageRights(
    IReadOnlyList<string> Situation, IReadOnlyList<VotePageHeld> Held, bool MayRecuse, string WhatRecusalDoes, bool MayReturn,
    bool MayTakeBack, IReadOnlyList<VotePageHolder> Holders, IReadOnlyList<(string Label, string Words)> Facts, IReadOnlyList<VotePageElector> Electors);

/// <param name="Url">The person's own, for that seat.</param>
public sealed record VotePageHeld(string Structure, string Url);

public sealed record VotePageHolder(string Seat, string Structure);

public sealed record VotePageElector(string College, string Structure, string Right);
