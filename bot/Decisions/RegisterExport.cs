using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Work.Decisions;
using Table = Concertation.Domain.Tables.Table;

namespace ConcertationBot.Decisions;

/// <summary>The registers as JSON: the canonical texts themselves, so that what is hashed is what is read. docs/register.md tells the format.</summary>
internal static class RegisterExport
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="table">One table, by its short name; null for all.</param>
    /// <returns>Null when there is no such table.</returns>
    public static async Task<string?> Of(IServiceProvider services, string? table, CancellationToken cancel)
    {
        var (rosters, records) = (services.GetRequiredService<IRosters>(), services.GetRequiredService<IRegisterRecords>());
        var registers = new JsonArray();
        foreach (var territory in await rosters.All(cancel))
        {
            foreach (var one in (await rosters.Get(territory.Id, cancel))?.Tables ?? [])
            {
                if (table is null || string.Equals(one.Short, table, StringComparison.OrdinalIgnoreCase) || one.Id.Value == table)
                {
                    registers.Add(await Register(records, territory, one, cancel));
                }
            }
        }

        if (registers.Count == 0 && table is not null)
        {
            return null;
        }

        var heads = services.GetRequiredService<SignedHeads>();
        using var key = services.GetRequiredService<RegisterKey>().Public();
        return new JsonObject
        {
            ["format"] = "concertation-register/1",
            ["exportedAt"] = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["registers"] = registers,
            ["heads"] = new JsonArray([.. heads.Files().Select(f => JsonNode.Parse(File.ReadAllText(f)))]),
            ["publicKey"] = key?.ExportSubjectPublicKeyInfoPem(),
        }.ToJsonString(Written);
    }

    private static async Task<JsonObject> Register(
        IRegisterRecords records, Territory territory, Table table, CancellationToken cancel)
    {
        var register = await records.Register(territory.Id, table.Id, cancel);
        var (decisions, carences) = (new JsonArray(), new JsonArray());
        // Also those that no longer hang on the chain: it is for the reader to find out.
        var chain = RegisterChain.InOrder(register.Decisions);
        foreach (var decision in chain.Concat(register.Decisions.Except(chain)))
        {
            var entry = TextJson.Of(RegisterChain.Canonical(decision));
            entry["hash"] = decision.Hash;
            if (register.Standings.TryGetValue(decision.Ballot, out var standing))
            {
                entry["submitted"] = Submitted(standing);
            }

            Add(entry, await records.Ballot(territory.Id, decision.Ballot, cancel));
            decisions.Add(entry);
        }

        foreach (var carence in register.Carences.OrderBy(c => c.At))
        {
            var entry = TextJson.Of(RegisterChain.Canonical(carence));
            Add(entry, await records.Ballot(territory.Id, carence.Ballot, cancel));
            carences.Add(entry);
        }

        return new JsonObject
        {
            ["territory"] = territory.Id.Value, ["territoryName"] = territory.Name, ["table"] = table.Id.Value,
            ["tableName"] = table.Name, ["short"] = table.Short, ["decisions"] = decisions, ["carences"] = carences,
        };
    }

    private static JsonObject Submitted(EscalationStanding standing) => new()
    {
        ["territory"] = standing.Territory.Value, ["short"] = standing.TableShort, ["state"] = standing.State.ToString(),
        ["at"] = standing.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), ["words"] = standing.Words,
        ["until"] = standing.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["ruling"] = standing.Ruling,
    };

    private static void Add(JsonObject entry, BallotReading ballot)
    {
        entry["electorate"] = TextJson.Of(BallotTexts.Electorate(ballot.Electors));
        if (ballot.Ballot?.Majority != Majority.Consensus)
        {
            entry["votes"] = TextJson.Of(BallotTexts.Votes(ballot.Votes));
            entry["trace"] = TextJson.Of(BallotTexts.Trace(ballot.Trace));
        }

        if (ballot.Pools.Count > 0)
        {
            entry["pools"] = TextJson.Of(BallotTexts.Pools(ballot.Pools));
        }
    }
}
