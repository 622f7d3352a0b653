using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Storage.Documents;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Documents;

public sealed class DocumentStoreTests : IDisposable
{
    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;
    private readonly DocumentStore store;

    public DocumentStoreTests()
    {
        file = SqliteFile.Open(folder.Path);
        store = new DocumentStore(new SqliteRowStore(file), new FolderDocuments(Path.Combine(folder.Path, "documents")));
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_document_is_read_as_it_was_recorded_and_never_changes()
    {
        var first = await store.Create(Some, default);
        var again = await store.Create(Some with { Name = "Autre.pdf", AddedByName = "Autre" }, default);

        again.ShouldBe(first);
        (await store.Get(Territory, Some.Id, default)).ShouldBe(Some);
        (await store.Get(new TerritoryId("ailleurs"), Some.Id, default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_version_after_names_the_one_before_and_is_the_same_however_often_it_is_made()
    {
        var next = Some with { Id = new("b"), Sha256 = new string('b', 64), Name = "autre nom.pdf" };

        next.After(Some).ShouldBe(next.After(Some));
        (next.After(Some).Version, next.After(Some).Previous, next.After(Some).Name).ShouldBe((2, Some.Id, Some.Name));
        next.After(Some).Id.ShouldNotBe(next.Id);
    }

    [Fact]
    public async Task Of_several_ids_those_that_are_there_come_in_their_order()
    {
        await store.Create(Some, default);
        await store.Create(Some with { Id = new("b") }, default);

        var found = await store.Get(Territory, [new("b"), new("none"), Some.Id], default);
        found.Select(d => d.Id.Value).ShouldBe(["b", "a"]);
    }

    [Fact]
    public async Task A_record_whose_bytes_are_gone_is_a_failure_and_not_an_empty_document()
    {
        await store.Create(Some, default);
        (await store.Open(Territory, new("none"), default)).ShouldBeNull();
        await Should.ThrowAsync<InvalidOperationException>(() => store.Open(Territory, Some.Id, default));
    }

    private static Document Some => new(
        new("a"), Territory, "Bilan.pdf", DocumentKind.Pdf, 12, new string('a', 64), new("nolwenn"), "Nolwenn Exemple",
        new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
}
