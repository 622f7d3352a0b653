using System.Security.Cryptography;
using System.Text;

namespace Concertation.Domain.Documents;

/// <summary>A document's id is made of what it is: the same file brought again by the same person is the same document.</summary>
internal static class DocumentIds
{
    public static DocumentId Of(TerritoryId territory, PersonId by, string name, string sha256, DocumentId? previous) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('|', territory.Value, by.Value, sha256, previous?.Value, name))).AsSpan(0, 16)));
}
