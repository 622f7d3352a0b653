using Concertation.Domain.Decisions;
using Concertation.Work.Decisions;

namespace ConcertationBot.Decisions;

/// <summary>The signed heads beside the registers just checked.</summary>
/// <param name="demanded">Having none is a break.</param>
internal sealed class HeadsCheck(SignedHeads heads, RegisterKey key, bool demanded)
{
    /// <summary>Exit 0: they fit; 1: not, and the first break is printed; 2: there is no key to check them with.</summary>
    public async Task<int> Run(IReadOnlyList<RegisterCheck> checks, TextWriter output, TextWriter error)
    {
        IReadOnlyList<SignedHead> kept;
        try
        {
            kept = heads.All();
        }
        catch (InvalidDataException unreadable)
        {
            await error.WriteLineAsync(VerifyTexts.HeadUnreadable(unreadable.Message));
            return 1;
        }

        if (kept.Count == 0)
        {
            await (demanded ? error : output).WriteLineAsync(demanded ? VerifyTexts.HeadsDemanded(heads.Folder) : VerifyTexts.NoHeads);
            return demanded ? 1 : 0;
        }

        using var pair = key.Public();
        if (pair is null)
        {
            await error.WriteLineAsync(VerifyTexts.NoKey);
            return 2;
        }

        var found = kept.SelectMany(h => h.Lines).Any(l => IsKnown(l, checks))
            ? kept.Select(h => !SignedHeads.IsSignedBy(h, pair) ? VerifyTexts.HeadNotSigned(h.Day) : Differs(h, checks)).FirstOrDefault(t => t is not null)
            : VerifyTexts.HeadsOfAnother(heads.Folder);
        await (found is null ? output : error).WriteLineAsync(found ?? VerifyTexts.HeadsFit(kept.Count, RegisterKey.FingerprintOf(pair)));
        return found is null ? 0 : 1;
    }

    private static string? Differs(SignedHead head, IReadOnlyList<RegisterCheck> checks)
    {
        foreach (var line in head.Lines)
        {
            var check = Of(line, checks);
            var name = new RegisterHeadLineName(line.Territory, check?.Short ?? line.Table, line.Decisions, line.Hash);
            if (check is null || !Fits(line, check))
            {
                return VerifyTexts.HeadDiffers(head.Day, name);
            }

            if (line.Carences.FirstOrDefault(c => !IsThere(c, check)) is { } gone)
            {
                return VerifyTexts.HeadCarence(head.Day, name, gone.Ballot);
            }
        }

        return null;
    }

    private static bool Fits(RegisterHeadLine line, RegisterCheck check) => line.Decisions == 0
        ? line.Hash == RegisterChain.Start && line.Carences.Count > 0
        : line.Decisions <= check.Chain.Count && check.Chain[line.Decisions - 1] == line.Hash;

    /// <summary>Anything in it is of these registers, whether or not it is where it was.</summary>
    private static bool IsKnown(RegisterHeadLine line, IReadOnlyList<RegisterCheck> checks) =>
        Of(line, checks) is { } check && (check.Chain.Contains(line.Hash) || line.Carences.Any(c => IsThere(c, check)));

    private static bool IsThere(RegisterHeadCarence line, RegisterCheck check) =>
        check.Unnumbered.FirstOrDefault(c => c.Ballot.Value == line.Ballot) is { } carence
        && RegisterChain.Canonical(carence).Sha256() == line.Sha256;

    private static RegisterCheck? Of(RegisterHeadLine line, IReadOnlyList<RegisterCheck> checks) =>
        checks.FirstOrDefault(c => c.Territory.Value == line.Territory && c.Table.Value == line.Table);
}
