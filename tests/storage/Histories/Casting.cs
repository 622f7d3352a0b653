using Concertation.Domain.Votes;

namespace Concertation.Storage.Tests.Histories;

/// <summary>One act of a voter, however often it was sent, and what the voter was told.</summary>
internal sealed class Casting(int seat, string person, Choice choice, string operation, int first)
{
    public int Seat => seat;

    public string Person => person;

    public Choice Choice => choice;

    public string Operation => operation;

    /// <summary>When it was first sent.</summary>
    public int First => first;

    /// <summary>When the voter was first told that it counts; null: never.</summary>
    public int? Told { get; private set; }

    public int Lost { get; private set; }

    public List<BallotRefusal> Refusals { get; } = [];

    public void Acknowledged(int at) => Told ??= at;

    public void AnswerLost() => Lost++;

    public override string ToString() => $"{operation} (seat {seat}, {choice}, sent {first}, told {Told ?? 0}, refused {Refusals.Count}, lost {Lost})";
}
