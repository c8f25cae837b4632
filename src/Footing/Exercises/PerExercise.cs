using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Footing.Exercises;

/// <summary>
/// A value for each of some exercises, in the order in which they were added. It never changes; a changed copy is made
/// by <see cref="SetItem"/>.
/// </summary>
/// <typeparam name="T">The values.</typeparam>
public sealed class PerExercise<T> : IReadOnlyDictionary<ExerciseId, T>
{
    private readonly ImmutableArray<KeyValuePair<ExerciseId, T>> _pairs;

    private PerExercise(ImmutableArray<KeyValuePair<ExerciseId, T>> pairs) => _pairs = pairs;

    /// <summary>No exercise.</summary>
    public static PerExercise<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _pairs.Length;

    /// <summary>Whether no exercise has a value.</summary>
    public bool IsEmpty => _pairs.IsEmpty;

    /// <inheritdoc/>
    public IEnumerable<ExerciseId> Keys => _pairs.Select(pair => pair.Key);

    /// <inheritdoc/>
    public IEnumerable<T> Values => _pairs.Select(pair => pair.Value);

    /// <summary>The value of an exercise.</summary>
    /// <exception cref="KeyNotFoundException">It has none.</exception>
    public T this[ExerciseId key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no value for {key}.");

    /// <inheritdoc/>
    public bool ContainsKey(ExerciseId key) => PlaceOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(ExerciseId key, [MaybeNullWhen(false)] out T value)
    {
        var place = PlaceOf(key);
        value = place < 0 ? default : _pairs[place].Value;
        return place >= 0;
    }

    /// <summary>The same with another value for an exercise, in its place; a new exercise comes last.</summary>
    public PerExercise<T> SetItem(ExerciseId key, T value)
    {
        var place = PlaceOf(key);
        var pair = KeyValuePair.Create(key, value);
        return new(place < 0 ? _pairs.Add(pair) : _pairs.SetItem(place, pair));
    }

    /// <summary>The same with one more exercise, the last.</summary>
    /// <exception cref="ArgumentException">It has a value already.</exception>
    public PerExercise<T> Add(ExerciseId key, T value) => ContainsKey(key)
        ? throw new ArgumentException($"There is a value for {key} already.", nameof(key))
        : SetItem(key, value);

    /// <summary>The same with only the exercises that fulfil a condition.</summary>
    public PerExercise<T> Where(Func<ExerciseId, T, bool> condition) => new(_pairs.RemoveAll(pair => !condition(pair.Key, pair.Value)));

    /// <summary>The same, and of another what this one lacks, in its order.</summary>
    public PerExercise<T> Or(PerExercise<T> other) => new([.. _pairs, .. other._pairs.Where(pair => !ContainsKey(pair.Key))]);

    /// <summary>Whether another has the same exercises with the same values, in whatever order.</summary>
    public bool IsSameAs(PerExercise<T> other) => Count == other.Count &&
        _pairs.All(pair => other.TryGetValue(pair.Key, out var value) && EqualityComparer<T>.Default.Equals(pair.Value, value));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<ExerciseId, T>> GetEnumerator() => _pairs.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(ExerciseId key)
    {
        for (var i = 0; i < _pairs.Length; i++)
        {
            if (_pairs[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}
