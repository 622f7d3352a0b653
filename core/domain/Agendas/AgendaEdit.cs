using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;

namespace Concertation.Domain.Agendas;

/// <summary>An item as its convener asks for it, before any rule was applied.</summary>
/// <param name="Minutes">Null when not said or not a number.</param>
/// <param name="Presenter">Who presents it: a name is welcome here.</param>
public sealed record AgendaEntry(
    AgendaItemKind Kind, string Title, int? Minutes, AxisId? Axis, string? Presenter, bool InCamera);

/// <summary>One change of a session's agenda.</summary>
public abstract record AgendaEdit
{
    private AgendaEdit() { }

    /// <param name="Item">Made from the act, so that a repeat of it adds nothing.</param>
    public sealed record Add(ItemId Item, AgendaEntry Entry) : AgendaEdit;

    /// <param name="To">The place it gets, counted from 1; null where it stays. The follow-up of decisions keeps the first.</param>
    public sealed record Change(ItemId Item, AgendaEntry Entry, int? To = null) : AgendaEdit;

    public sealed record Remove(ItemId Item) : AgendaEdit;
}
