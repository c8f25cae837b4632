global using System.Collections.Immutable;
global using Footing.Programmes;
global using Footing.Quantities;
