global using System.Collections.Immutable;
global using Footing.Exercises;
global using Footing.Reading;
global using Footing.Wording;
