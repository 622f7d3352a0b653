using System.Globalization;
using System.Text;
using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Votes;

/// <summary>
/// The rows of a ballot, all in its own partition "{territory}|{ballot}" of the table Votes:
/// "gate|07" (open, answered; of a secret ballot, the sealed answers too), "head", "seat|{seat}" (elector), "vote|{seat}" (standing answer),
/// "cast|{seat}|{ticks}.{operation}" (every answer given, for ever), "turn|{operation}" (acts already done), and the
/// outbox. The partition "{territory}" holds one row per ballot, newest first, for lists.
/// </summary>
internal static class BallotRows
{
    public const string Head = "head";
    public const string Seats = "seat|";
    public const string Votes = "vote|";
    public const string Gates = "gate|";

    /// <summary>Gates and head stand side by side, so that one query reads both.</summary>
    public static RowRange GatesAndHead => new(Gates, "heae");

    public static string Seat(SeatId seat) => $"seat|{seat}";

    public static string Vote(SeatId seat) => $"vote|{seat}";

    public static string Turn(OperationId operation) => $"turn|{operation}";

    public static string Cast(Vote vote) =>
        string.Create(CultureInfo.InvariantCulture, $"cast|{vote.Seat}|{vote.At.UtcTicks:D19}.{vote.Operation}");

    public static string Gate(int number) => string.Create(CultureInfo.InvariantCulture, $"gate|{number:D2}");

    public static string Recent(Ballot ballot) => string.Create(
        CultureInfo.InvariantCulture, $"recent|{long.MaxValue - ballot.ProposedAt.UtcTicks:D19}|{ballot.Id}");

    /// <param name="rights">How often the rights of a seat behind it have changed; written once they have.</param>
    /// <param name="pool">Of a secret ballot: the sealed answers of the seats behind the gate.</param>
    public static Dictionary<string, object> GateBody(bool open, int answered, int rights = 0, SealedPool? pool = null)
    {
        var body = new Dictionary<string, object>(StringComparer.Ordinal) { ["Open"] = open, ["Answered"] = answered };
        if (rights > 0)
        {
            body["Rights"] = rights;
        }

        if (pool is not null)
        {
            (body["Pool"], body["Key"]) = (pool.Bytes.ToArray(), pool.Key);
        }

        return body;
    }

    public static Dictionary<string, object> SeatBody(Elector seat) => RowBody.Of(seat, StorageJson.Default.Elector, ("Weight", seat.Weight));

    public static Gate ReadGate(int number, Row row, int answeredInAll) => new(
        number, (bool)row.Properties["Open"], (int)row.Properties["Answered"], row.ETag, answeredInAll,
        row.Properties.TryGetValue("Rights", out var rights) ? (int)rights : 0,
        row.Properties.TryGetValue("Pool", out var pool) ? new SealedPool((byte[])pool, (string)row.Properties["Key"]) : null);

    public static Dictionary<string, object> HeadBody(Ballot ballot) => RowBody.Of(
        ballot, StorageJson.Default.Ballot, ("State", ballot.State.ToString()), ("ClosesAt", ballot.ClosesAt));

    /// <summary>
    /// The gate a seat goes through: FNV-1a over its id. It must be the same in every process and for ever, which
    /// string.GetHashCode is not.
    /// </summary>
    public static int GateOf(SeatId seat, int gates)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(seat.Value))
        {
            hash = unchecked((hash ^ octet) * 16777619u);
        }

        return (int)(hash % (uint)gates);
    }
}
