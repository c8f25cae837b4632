global using System.Collections.Immutable;
global using Footing.Exercises;
global using Footing.Wording;
